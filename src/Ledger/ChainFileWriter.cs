using System.Buffers.Binary;

namespace MovieChain.Ledger;

/// <summary>
/// Appends mined blocks to a chain file, each of which is then on the disk. The caller holds a <see cref="ChainFileLock"/>.
/// An incomplete block is cut off when the file is continued.
/// </summary>
internal sealed class ChainFileWriter : IDisposable
{
    private readonly DurableFile _file;

    private ChainFileWriter(DurableFile file) => _file = file;

    /// <summary>Creates a file without blocks; never overwrites one.</summary>
    /// <exception cref="IOException">The file exists or cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">No permission to write the file.</exception>
    public static ChainFileWriter Create(string path) => Begin(DurableFile.Create(path), goodLength: 0);

    /// <summary>Continues a file after its valid blocks and cuts off the rest.</summary>
    /// <param name="path">The file.</param>
    /// <param name="goodLength">Length of the valid part: 0, or the end of the preamble or of a block.</param>
    /// <exception cref="IOException">The file does not exist or cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">No permission to write the file.</exception>
    public static ChainFileWriter Continue(string path, long goodLength) => Begin(DurableFile.Open(path), goodLength);

    /// <exception cref="IOException">The block cannot be written.</exception>
    public void Append(Block block) => _file.Append(ChainFileFormat.Frame(block));

    public void Dispose() => _file.Dispose();

    private static ChainFileWriter Begin(DurableFile file, long goodLength)
    {
        try
        {
            file.CutTo(goodLength);
            if (goodLength == 0)
            {
                var preamble = new byte[ChainFileFormat.PreambleLength];
                BinaryPrimitives.WriteUInt64BigEndian(preamble, ChainFileFormat.Preamble);
                file.Append(preamble);
            }

            return new ChainFileWriter(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
