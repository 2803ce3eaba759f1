namespace MovieChain.Ledger;

/// <summary>Makes blocks by proof of work, and signs them.</summary>
/// <param name="workers">Who does the work.</param>
internal sealed class Miner(Workers workers) : IBlockMaker
{
    /// <inheritdoc/>
    public Block Make(BlockHeader header, RecordList records, PrivateKey author)
    {
        var (mined, hash) = ProofOfWork.Mine(header, new Difficulty((int)header.DifficultyBits), workers);
        return new Block(mined, records, hash, author.Sign(hash));
    }
}
