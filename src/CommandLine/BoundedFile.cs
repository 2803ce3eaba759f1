namespace MovieChain.CommandLine;

/// <summary>Reads short files that people write or exchange. The limit keeps out devices that never end.</summary>
internal static class BoundedFile
{
    /// <summary>The most bytes that are read.</summary>
    public const int MaxLength = 1 << 20;

    /// <summary>The bytes of a file; null when there are more than <see cref="MaxLength"/>.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static byte[]? Read(string path)
    {
        using var stream = File.OpenRead(path);
        return Read(stream);
    }

    /// <summary>The bytes of a stream; null when there are more than <see cref="MaxLength"/>.</summary>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static byte[]? Read(Stream stream)
    {
        var bytes = new byte[MaxLength + 1];
        var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return length <= MaxLength ? bytes[..length] : null;
    }
}
