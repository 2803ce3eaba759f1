using MovieChain.Simulation;

namespace MovieChain.Experiments;

/// <summary>One way to run the market, to be compared with others on the same seeds.</summary>
/// <param name="Name">What it is called, e.g. <c>own</c> or <c>recommender=popular</c>.</param>
/// <param name="Options">What decides its results, but for the seed, which each replication sets.</param>
internal sealed record Regime(string Name, SimulationOptions Options)
{
    /// <summary>Whether the results of another must be the same, whatever it is called: then there is nothing to compare.</summary>
    public bool IsSameAs(Regime other) => MarketStatement.AreSame(Options, other.Options);
}
