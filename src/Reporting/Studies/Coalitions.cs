using MovieChain.Simulation;

namespace MovieChain.Reporting.Studies;

/// <summary>The names of coalitions.</summary>
internal static class Coalitions
{
    /// <summary>The names of the owners in a coalition, by its number.</summary>
    public static IEnumerable<string> OwnersIn(int coalition, IEnumerable<ProviderPlan> providers) =>
        providers.Where((_, place) => (coalition >> place & 1) != 0).Select(provider => provider.Name);
}
