using System.Buffers.Binary;

namespace MovieChain.Ledger;

/// <summary>
/// Writes blocks to a chain's file, each as soon as it is mined and down to the disk. Who writes holds a <see cref="ChainFileLock"/>.
/// If a block cannot be written to its end, what there is of it is cut off when the file is continued.
/// </summary>
internal sealed class ChainFileWriter : IDisposable
{
    private readonly FileStream _file;

    private ChainFileWriter(FileStream file) => _file = file;

    /// <summary>Makes a file without blocks. Never overwrites one.</summary>
    /// <exception cref="IOException">The file exists or cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static ChainFileWriter Create(string path) => Open(path, FileMode.CreateNew, goodLength: 0);

    /// <summary>Continues a file. What stands behind its good blocks is cut off.</summary>
    /// <param name="path">The file.</param>
    /// <param name="goodLength">How many bytes of it are good: 0, or up to the end of the preamble or of a block.</param>
    /// <exception cref="IOException">The file is not there or cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static ChainFileWriter Continue(string path, long goodLength) => Open(path, FileMode.Open, goodLength);

    /// <summary>Writes a block behind those that are there.</summary>
    /// <exception cref="IOException">The block cannot be written.</exception>
    public void Append(Block block)
    {
        Write(ChainFileFormat.Frame(block));
    }

    /// <inheritdoc/>
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
        // A file that is good to its end is left as it is, to the time of its last change.
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
            // What .NET makes of the operating system's EFBIG.
            throw new IOException("the file would become longer than is allowed", fault);
        }
    }
}
