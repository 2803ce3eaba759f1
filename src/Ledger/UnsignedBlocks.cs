namespace MovieChain.Ledger;

/// <summary>Makes blocks without proof of work and signatures, for chains that stay inside one run. Their difficulty must be 0, and
/// <see cref="ChainVerifier"/> rejects them.</summary>
internal sealed class UnsignedBlocks : IBlockMaker
{
    /// <exception cref="ArgumentException">The difficulty in the header is not 0.</exception>
    public Block Make(BlockHeader header, RecordList records, PrivateKey author) =>
        header.DifficultyBits == 0
            ? new Block(header, records, header.Hash(), default)
            : throw new ArgumentException($"Difficulty {header.DifficultyBits} requires proof of work.", nameof(header));
}
