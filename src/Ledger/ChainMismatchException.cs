namespace MovieChain.Ledger;

/// <summary>A chain file holds a different block than the run that continues it.</summary>
internal sealed class ChainMismatchException(long height) : Exception($"Block {height} in the file differs from the block of this run.")
{
    public long Height { get; } = height;
}
