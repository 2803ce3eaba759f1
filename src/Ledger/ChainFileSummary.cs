namespace MovieChain.Ledger;

/// <summary>Result of verifying a chain file.</summary>
/// <param name="Fault">The first fault; null if the whole file is valid.</param>
/// <param name="Rules">Rules of the chain; null without a valid genesis block.</param>
/// <param name="Genesis">The genesis block; null if it is not valid.</param>
/// <param name="Head">Header of the last valid block.</param>
/// <param name="Blocks">Number of valid blocks.</param>
/// <param name="Records">Number of records in the valid blocks, including the first of each.</param>
/// <param name="FileLength">Length of the file in bytes.</param>
internal sealed record ChainFileSummary(
    ChainFault? Fault, ChainRules? Rules, Block? Genesis, BlockHeader Head, long Blocks, long Records, long FileLength)
{
    /// <summary>Length in bytes of the valid part: everything before the faulty block.</summary>
    public long GoodLength => Fault?.Offset ?? FileLength;
}
