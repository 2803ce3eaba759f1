namespace MovieChain.Ledger;

/// <summary>A chain's file holds another block than the run that was to continue it comes to.</summary>
/// <param name="height">The block's place in the chain.</param>
internal sealed class ChainMismatchException(long height) : Exception($"The file holds another block {height} than this run comes to.")
{
    /// <summary>The block's place in the chain.</summary>
    public long Height { get; } = height;
}
