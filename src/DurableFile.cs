namespace MovieChain;

/// <summary>A file for writing. When a method returns, what it did is on the disk; where the disk reports an error, the method throws.</summary>
internal sealed class DurableFile : IDisposable
{
    private readonly FileStream _file;

    private DurableFile(FileStream file) => _file = file;

    /// <summary>Length in bytes.</summary>
    public long Length => _file.Length;

    /// <summary>Creates a file; never overwrites one.</summary>
    /// <param name="path">The file.</param>
    /// <param name="access">Who may read and write it on Unix; null for the default of the process.</param>
    /// <exception cref="IOException">The file exists or cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">No permission to write the file.</exception>
    public static DurableFile Create(string path, UnixFileMode? access = null) => Open(path, FileMode.CreateNew, access);

    /// <summary>Opens a file that exists.</summary>
    /// <exception cref="IOException">The file does not exist or cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">No permission to write the file.</exception>
    public static DurableFile Open(string path) => Open(path, FileMode.Open, access: null);

    /// <summary>Cuts the file off where it is longer, and goes to that place.</summary>
    public void CutTo(long length)
    {
        // A file of this length keeps its modification time.
        if (_file.Length > length)
        {
            _file.SetLength(length);
        }

        _file.Position = length;
    }

    /// <summary>Writes bytes behind those written before.</summary>
    /// <exception cref="IOException">The bytes cannot be written.</exception>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _file.Write(bytes);
            if (OperatingSystem.IsMacOS())
            {
                // There a write that waits for the disk may end in the disk's own cache.
                _file.Flush(flushToDisk: true);
            }
        }
        catch (ArgumentOutOfRangeException fault)
        {
            // .NET reports EFBIG, the operating system's "file too large", as this exception.
            throw new IOException("the file would exceed the largest size allowed", fault);
        }
    }

    public void Dispose() => _file.Dispose();

    private static DurableFile Open(string path, FileMode mode, UnixFileMode? access)
    {
        var options = new FileStreamOptions
        {
            Mode = mode,
            Access = FileAccess.Write,
            Share = FileShare.Read,
            BufferSize = 0,

            // Each write waits for the disk and reports its errors. Flush(flushToDisk: true) does not report those of fsync.
            Options = FileOptions.WriteThrough,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = access;
        }

        var file = new FileStream(path, options);
        try
        {
            DurableFolder.Flush(Path.GetDirectoryName(Path.GetFullPath(path))!);
            return new DurableFile(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
