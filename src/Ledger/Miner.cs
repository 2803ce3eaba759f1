namespace MovieChain.Ledger;

/// <summary>Makes and signs blocks with proof of work.</summary>
/// <param name="workers">Thread budget; never affects results.</param>
internal sealed class Miner(Workers workers) : IBlockMaker
{
    public Block Make(BlockHeader header, RecordList records, PrivateKey author)
    {
        var (mined, hash) = ProofOfWork.Mine(header, new Difficulty((int)header.DifficultyBits), workers);
        return new Block(mined, records, hash, author.Sign(hash));
    }
}
