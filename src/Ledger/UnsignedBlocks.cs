namespace MovieChain.Ledger;

/// <summary>Makes blocks without proof of work and without signatures, for chains that nobody but their maker reads: their difficulty
/// must be 0, and <see cref="ChainVerifier"/> does not accept them.</summary>
internal sealed class UnsignedBlocks : IBlockMaker
{
    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The header asks for work.</exception>
    public Block Make(BlockHeader header, RecordList records, PrivateKey author) =>
        header.DifficultyBits == 0
            ? new Block(header, records, header.Hash(), default)
            : throw new ArgumentException($"Difficulty {header.DifficultyBits} asks for proof of work.", nameof(header));
}
