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

    /// <summary>Whether a market's recommender has anything to choose.</summary>
    public static bool HasSettings(SimulationOptions options) => Combinations(options).Length > 1;

    /// <summary>What each regime chooses.</summary>
    /// <param name="regimes">The regimes.</param>
    /// <param name="root">The study's root seed.</param>
    /// <param name="workers">Thread budget; never affects results.</param>
    /// <param name="progress">Receives each finished run; may be null.</param>
    internal static ImmutableArray<TunedRegime> Run(ImmutableArray<Regime> regimes, long root, Workers workers, IProgress<StudyProgress>? progress)
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

    private static TunedRegime Choose(ImmutableArray<SimulationOptions> tried, long root, Workers workers, RunCounter counter)
    {
        if (tried.Length == 1)
        {
            return new TunedRegime(tried[0], Tried: 0, Seeds: 0, Profit: null, ProfitBefore: null);
        }

        var replications = new ReplicationRunner(tried, root, StreamPurpose.TuningReplication, workers, counter.Count).Run(first: 1, Seeds);
        ImmutableArray<Trial> trials =
            [.. tried.Select((options, place) => new Trial(options, [.. replications.Select(replication => ProfitOf(replication.Outcomes[place]))]))];
        var profits = trials.Select(trial => trial.Profits.Average(profit => (double)profit.Units)).ToList();
        var best = profits.IndexOf(profits.Max());
        return new TunedRegime(tried[best], tried.Length, Seeds, profits[best], profits[0]) { Trials = trials };
    }

    private static Money ProfitOf(Outcome outcome) => Money.Sum(outcome.Providers.Select(earned => earned.Profit));
}
