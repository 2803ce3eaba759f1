namespace MovieChain.Ledger;

/// <summary>
/// Block source of a run with a chain file. Blocks that the file holds already are read instead of mined; each later block is mined and
/// written to the file.
/// </summary>
/// <param name="miner">Mines new blocks.</param>
/// <param name="recorded">Reads the blocks in the file; null if there are none.</param>
/// <param name="writer">Appends new blocks.</param>
internal sealed class RecordingMiner(IBlockMaker miner, ChainFileReader? recorded, ChainFileWriter writer) : IBlockMaker
{
    private const int NonceLength = sizeof(ulong);

    /// <exception cref="ChainMismatchException">The file holds a different block.</exception>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    public Block Make(BlockHeader header, RecordList records, PrivateKey author)
    {
        if (recorded?.Read() is { } filed)
        {
            // Equal Merkle roots mean equal records. Hash and signature are verified at the end of the run, with the whole chain.
            return filed.Block.Header.Bytes[..^NonceLength].SequenceEqual(header.Bytes[..^NonceLength])
                ? filed.Block with { Records = records }
                : throw new ChainMismatchException(header.Height);
        }

        if (recorded?.Fault is { } fault)
        {
            throw new ChainMismatchException(fault.Height);
        }

        var mined = miner.Make(header, records, author);
        writer.Append(mined);
        return mined;
    }
}
