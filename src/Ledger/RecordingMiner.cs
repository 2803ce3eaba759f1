namespace MovieChain.Ledger;

/// <summary>
/// Makes the blocks of a run whose chain is kept in a file. As long as the file holds blocks, they are taken from it instead of being
/// mined; from its end on every block is mined and written to the file before the run goes on.
/// </summary>
/// <param name="miner">Mines what the file does not hold.</param>
/// <param name="recorded">The blocks that the file holds already; null when there are none.</param>
/// <param name="writer">Where the file continues behind them.</param>
internal sealed class RecordingMiner(IBlockMaker miner, ChainFileReader? recorded, ChainFileWriter writer) : IBlockMaker
{
    private const int NonceLength = sizeof(ulong);

    /// <inheritdoc/>
    /// <exception cref="ChainMismatchException">The file holds another block.</exception>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    public Block Make(BlockHeader header, RecordList records, PrivateKey author)
    {
        if (recorded?.Read() is { } filed)
        {
            // The root stands for the records. The hash and the signature are checked where all blocks are: at the end of the run.
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
