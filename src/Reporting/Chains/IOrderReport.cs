using MovieChain.Simulation;

namespace MovieChain.Reporting.Chains;

/// <summary>A report of the orders on a chain that one provider can read, which passes by block by block.</summary>
internal interface IOrderReport
{
    /// <summary>Takes what the provider sees of the next block.</summary>
    void Add(BlockView block);

    /// <summary>Ends the report.</summary>
    /// <param name="totals">What came together, for each owner.</param>
    void End(IReadOnlyList<OwnerTotals> totals);
}
