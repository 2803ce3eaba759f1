using MovieChain.Exchange;

namespace MovieChain.Reporting.Chains;

/// <summary>How many of an owner's orders a reader can read.</summary>
/// <param name="Owner">The owner's name.</param>
/// <param name="Read">Orders read.</param>
/// <param name="NotGranted">Orders closed because the owner has not granted them.</param>
/// <param name="Withdrawn">Orders that were granted but cannot be read, because the member has withdrawn.</param>
internal sealed record OwnerTotals(string Owner, long Read, long NotGranted, long Withdrawn)
{
    /// <summary>Adds one more of the owner's blocks.</summary>
    public OwnerTotals With(BlockView block) => this with
    {
        Read = Read + block.Orders.Count,
        NotGranted = NotGranted + (block.IsGranted ? 0 : block.Closed),
        Withdrawn = Withdrawn + (block.IsGranted ? block.Closed : 0),
    };
}
