namespace MovieChain.Ledger;

/// <summary>A block and where it stands in a chain's file.</summary>
/// <param name="Block">The block.</param>
/// <param name="Offset">Where its frame begins, in bytes.</param>
/// <param name="End">Where its frame ends, and the next one begins.</param>
internal sealed record BlockInFile(Block Block, long Offset, long End);
