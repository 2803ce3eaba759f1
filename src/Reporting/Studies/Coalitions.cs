using MovieChain.Experiments;
using MovieChain.Simulation;

namespace MovieChain.Reporting.Studies;

/// <summary>What stands in the documents for a coalition of owners.</summary>
internal static class Coalitions
{
    /// <summary>The names of the owners in a coalition, by its number.</summary>
    public static IEnumerable<string> OwnersIn(int coalition, IEnumerable<ProviderPlan> providers) =>
        providers.Where((_, place) => (coalition >> place & 1) != 0).Select(provider => provider.Name);

    /// <summary>What a provider earned in all weeks.</summary>
    public static Money ProfitOf(Earnings earnings) => earnings.Profits.Aggregate(Money.Zero, (sum, week) => sum + week);
}
