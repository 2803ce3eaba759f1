namespace MovieChain.Ledger;

/// <summary>A block and its position in a chain file.</summary>
/// <param name="Block">The block.</param>
/// <param name="Offset">Start of its frame, in bytes.</param>
/// <param name="End">End of its frame, in bytes; the next frame starts there.</param>
internal sealed record BlockInFile(Block Block, long Offset, long End);
