using System.Collections.Immutable;
using MovieChain.Randomness;
using MovieChain.Simulation;

namespace MovieChain.Experiments;

/// <summary>
/// Gives every regime the same chance to choose its settings before it is compared: each tries the same settings on the same seeds, none
/// of which is a replication's, and keeps those with which all providers together earn most. The best settings depend on how much
/// data a regime has, so that fixed settings would favor one regime.
/// </summary>
internal static class RegimeTuning
{
    /// <summary>On how many seeds each setting is tried.</summary>
    public const int Seeds = 10;

    private static readonly ImmutableArray<int> _ranks = [4, 8, 16, 32];
    private static readonly ImmutableArray<double> _regularizations = [5, 15, 45];

    /// <summary>Whether a market's recommender has anything to choose.</summary>
    public static bool HasSettings(SimulationOptions options) => Settings(options).Length > 1;

    /// <summary>What each regime chooses.</summary>
    /// <param name="regimes">The regimes.</param>
    /// <param name="root">The study's root seed.</param>
    /// <param name="workers">Thread budget; never affects results.</param>
    /// <param name="progress">Receives each finished run; may be null.</param>
    internal static ImmutableArray<TunedRegime> Run(ImmutableArray<Regime> regimes, long root, Workers workers, IProgress<StudyProgress>? progress)
    {
        var settings = regimes.Select(regime => Settings(regime.Options)).ToList();
        var counter = new RunCounter("Tuning", settings.Sum(tried => tried.Length > 1 ? (long)tried.Length * Seeds : 0), progress);
        return [.. settings.Select(tried => Choose(tried, root, workers, counter))];
    }

    /// <summary>The settings to try, first those that the regime came with, so that these stay where none earns more.</summary>
    private static ImmutableArray<SimulationOptions> Settings(SimulationOptions options) => options.Recommender.Name switch
    {
        "mf" =>
        [
            options,
            .. from rank in _ranks
               from regularization in _regularizations
               where rank != options.Rank || !regularization.Equals(options.Regularization)
               select options with { Rank = rank, Regularization = regularization },
        ],
        "libmf" => [options, .. _ranks.Where(rank => rank != options.Rank).Select(rank => options with { Rank = rank })],
        _ => [options],
    };

    private static TunedRegime Choose(ImmutableArray<SimulationOptions> tried, long root, Workers workers, RunCounter counter)
    {
        if (tried.Length == 1)
        {
            return new TunedRegime(tried[0], Tried: 0, Seeds: 0, Profit: null, ProfitBefore: null);
        }

        var replications = new ReplicationRunner(tried, root, StreamPurpose.TuningReplication, workers, counter.Count).Run(first: 1, Seeds);
        var profits = tried.Select((_, place) => replications.Average(replication => ProfitOf(replication.Outcomes[place]))).ToList();
        var best = profits.IndexOf(profits.Max());
        return new TunedRegime(tried[best], tried.Length, Seeds, profits[best], profits[0]);
    }

    private static double ProfitOf(Outcome outcome) => Money.Sum(outcome.Providers.Select(earned => earned.Profit)).Units;
}
