using MovieChain.Exchange;

namespace MovieChain.Reporting.Chains;

/// <summary>A report, block by block, on the orders that one provider can read.</summary>
internal interface IOrderReport
{
    /// <summary>Receives the provider's view of the next block.</summary>
    void Add(BlockView block);

    /// <summary>Ends the report.</summary>
    /// <param name="totals">The totals of each owner.</param>
    void End(IReadOnlyList<OwnerTotals> totals);
}
