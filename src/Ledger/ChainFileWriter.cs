using System.Buffers.Binary;

namespace MovieChain.Ledger;

/// <summary>
/// Appends mined blocks to a chain file and flushes each one to disk. The caller holds a <see cref="ChainFileLock"/>.
/// An incomplete block is cut off when the file is continued.
/// </summary>
internal sealed class ChainFileWriter : IDisposable
{
    private readonly FileStream _file;

    private ChainFileWriter(FileStream file) => _file = file;

    /// <summary>Creates a file without blocks; never overwrites one.</summary>
    /// <exception cref="IOException">The file exists or cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">No permission to write the file.</exception>
    public static ChainFileWriter Create(string path) => Open(path, FileMode.CreateNew, goodLength: 0);

    /// <summary>Continues a file after its valid blocks and cuts off the rest.</summary>
    /// <param name="path">The file.</param>
    /// <param name="goodLength">Length of the valid part: 0, or the end of the preamble or of a block.</param>
    /// <exception cref="IOException">The file does not exist or cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">No permission to write the file.</exception>
    public static ChainFileWriter Continue(string path, long goodLength) => Open(path, FileMode.Open, goodLength);

    /// <exception cref="IOException">The block cannot be written.</exception>
    public void Append(Block block) => Write(ChainFileFormat.Frame(block));

    public void Dispose() => _file.Dispose();

    private static ChainFileWriter Open(string path, FileMode mode, long goodLength)
    {
        var writer = new ChainFileWriter(new FileStream(path, mode, FileAccess.Write, FileShare.Read, bufferSize: 0));
        try
        {
            writer.Begin(goodLength);
            return writer;
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    private void Begin(long goodLength)
    {
        // A file without a fault keeps its modification time.
        if (_file.Length > goodLength)
        {
            _file.SetLength(goodLength);
        }

        _file.Position = goodLength;
        if (goodLength == 0)
        {
            var preamble = new byte[ChainFileFormat.PreambleLength];
            BinaryPrimitives.WriteUInt64BigEndian(preamble, ChainFileFormat.Preamble);
            Write(preamble);
        }
    }

    private void Write(byte[] bytes)
    {
        try
        {
            _file.Write(bytes);
            _file.Flush(flushToDisk: true);
        }
        catch (ArgumentOutOfRangeException fault)
        {
            // .NET reports EFBIG, the operating system's "file too large", as this exception.
            throw new IOException("the file would exceed the largest size allowed", fault);
        }
    }
}
