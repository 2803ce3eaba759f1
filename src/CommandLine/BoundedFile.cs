namespace MovieChain.CommandLine;

/// <summary>Reads short files that people write or exchange. The limit keeps out devices that never end.</summary>
internal static class BoundedFile
{
    /// <summary>The most bytes that are read.</summary>
    public const int MaxLength = 1 << 20;

    /// <summary>The bytes of a file; null when there are more than <see cref="MaxLength"/>.</summary>
    /// <exception cref="RefusalException">The file cannot be read.</exception>
    public static byte[]? Read(FilePath file) => file.Use(() =>
    {
        using var stream = file.OpenRead();
        var bytes = new byte[MaxLength + 1];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return length <= MaxLength ? bytes[..length] : null;
    });
}
