namespace MovieChain.Ledger;

/// <summary>What verification found in a chain's file, as far as it is good.</summary>
/// <param name="Fault">The first fault; null when the whole file is good.</param>
/// <param name="Rules">What the chain holds its blocks to; null when there is no good genesis block.</param>
/// <param name="Genesis">The genesis block; null when there is none that is good.</param>
/// <param name="Head">The header of the last good block.</param>
/// <param name="Blocks">How many good blocks there are.</param>
/// <param name="Records">How many records they hold, the first of each among them.</param>
/// <param name="FileLength">How many bytes the file has.</param>
internal sealed record ChainFileSummary(
    ChainFault? Fault, ChainRules? Rules, Block? Genesis, BlockHeader Head, long Blocks, long Records, long FileLength)
{
    /// <summary>How many bytes of the file are good: those before the faulty block.</summary>
    public long GoodLength => Fault?.Offset ?? FileLength;
}
