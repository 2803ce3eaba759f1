using System.Collections.Immutable;
using MovieChain.Randomness;
using MovieChain.Simulation;

namespace MovieChain.Experiments;

/// <summary>
/// Gives every regime the same chance to choose its settings before it is compared: each tries the same settings on the same seeds, none
/// of which is a replication's, and keeps those with which all providers together earn most. A regime that has more data may want another
/// model than one that has less; settings made for the one would flatter it.
/// </summary>
internal static class RegimeTuning
{
    /// <summary>On how many seeds each setting is tried.</summary>
    public const int Seeds = 10;

    /// <summary>Whether a market's recommender has anything to choose.</summary>
    public static bool HasSettings(SimulationOptions options)
    {
        return Combinations(options).Length > 1;
    }

    /// <summary>What each regime chooses.</summary>
    /// <param name="regimes">The regimes.</param>
    /// <param name="root">The study's root seed.</param>
    /// <param name="workers">Who does the work; it decides nothing.</param>
    /// <param name="progress">Told of each run as it ends; may be null.</param>
    internal static ImmutableArray<Tuning> Run(ImmutableArray<Regime> regimes, long root, Workers workers, IProgress<StudyProgress>? progress)
    {
        var settings = regimes.Select(regime => Combinations(regime.Options)).ToList();
        var counter = new RunCounter("Tuning", settings.Sum(tried => tried.Length > 1 ? (long)tried.Length * Seeds : 0), progress);
        return [.. settings.Select(tried => Choose(tried, root, workers, counter))];
    }

    /// <summary>All combinations of the values to try of the recommender's settings; first those that the regime came with, which stay where none earns more.</summary>
    private static ImmutableArray<SimulationOptions> Combinations(SimulationOptions options)
    {
        ImmutableArray<Setting> tuned = [.. options.Recommender.Settings.Select(name => Settings.Find(name)!)];
        var combinations = tuned.Aggregate(
            (IEnumerable<SimulationOptions>)[options],
            (tried, setting) => tried.SelectMany(_ => setting.TuningValues, setting.Apply));
        return [options, .. combinations.Where(tried => !tuned.All(setting => setting.IsSame(tried, options)))];
    }

    private static Tuning Choose(ImmutableArray<SimulationOptions> tried, long root, Workers workers, RunCounter counter)
    {
        if (tried.Length == 1)
        {
            return new Tuning(tried[0], Tried: 0, Seeds: 0, Profit: null, ProfitBefore: null);
        }

        var replications = new ReplicationRunner(tried, root, StreamPurpose.TuningReplication, workers, counter.Count).Run(first: 1, Seeds);
        var profits = tried.Select((_, place) => replications.Average(replication => ProfitOf(replication.Outcomes[place]))).ToList();
        var best = profits.IndexOf(profits.Max());
        return new Tuning(tried[best], tried.Length, Seeds, profits[best], profits[0]);
    }

    private static double ProfitOf(Outcome outcome) => outcome.Providers.Sum(earned => earned.Profits.Sum(profit => (double)profit.Units));
}
