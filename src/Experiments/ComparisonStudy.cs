using System.Collections.Immutable;
using MovieChain.Randomness;
using MovieChain.Simulation;

namespace MovieChain.Experiments;

/// <summary>Compares regimes on the same seeds.</summary>
internal static class ComparisonStudy
{
    /// <summary>Replications between two checks of the stopping rule. It affects results, so it does not depend on the workers.</summary>
    public const int Batch = 10;

    /// <summary>Runs all replications and compares each further regime with the first.</summary>
    /// <param name="regimes">Two regimes or more, of the same providers and weeks.</param>
    /// <param name="settings">How the study is made.</param>
    /// <param name="tunes">Whether each regime picks its own settings first (<see cref="RegimeTuning"/>).</param>
    /// <param name="workers">Thread budget; never affects results.</param>
    /// <param name="progress">Receives each finished run, from any thread; may be null.</param>
    /// <exception cref="OperationCanceledException">The study was cancelled.</exception>
    public static Comparison Run(
        ImmutableArray<Regime> regimes, StudySettings settings, bool tunes, Workers workers, IProgress<StudyProgress>? progress = null)
    {
        var tunings = tunes ? RegimeTuning.Run(regimes, settings.Seed, workers, progress) : [];
        ImmutableArray<SimulationOptions> options = [.. regimes.Select((regime, place) => tunes ? tunings[place].Options : regime.Options)];
        var replications = Replicate(options, settings, workers, progress);
        var pairs = Enumerable.Range(1, options.Length - 1).Select(regime => Pair(options, regime, replications, settings));
        return new Comparison(
            settings, regimes, tunings, replications, [.. pairs], OverlapsOf(replications, options[0].Providers.Length), BelowRandom(replications, options));
    }

    private static ImmutableArray<Replication> Replicate(
        ImmutableArray<SimulationOptions> options, StudySettings settings, Workers workers, IProgress<StudyProgress>? progress)
    {
        var counter = new RunCounter("Replications", (long)settings.Replications * options.Length, progress);
        var runner = new ReplicationRunner(options, settings.Seed, StreamPurpose.Replication, workers, counter.Count);
        if (settings.HalfWidth is not { } target)
        {
            return runner.Run(first: 1, settings.Replications);
        }

        var replications = ImmutableArray<Replication>.Empty;
        do
        {
            replications = replications.AddRange(runner.Run(replications.Length + 1, Math.Min(Batch, settings.Replications - replications.Length)));
        }
        while (replications.Length < settings.Replications && !AreNarrow());

        return replications;

        bool AreNarrow() => Comparison.AreWithin(Enumerable.Range(1, options.Length - 1).Select(regime => Pair(options, regime, replications, settings)), target);
    }

    private static PairedComparison Pair(
        ImmutableArray<SimulationOptions> options, int regime, ImmutableArray<Replication> replications, StudySettings settings)
    {
        var pairing = new Pairing(options[0], options[regime], replications, regime, settings);
        return new PairedComparison(regime, [.. Horizon.Of(options[0].Weeks).Select(pairing.Compare)]);
    }

    private static ImmutableArray<SlateOverlap> OverlapsOf(ImmutableArray<Replication> replications, int providers)
    {
        var overlaps = ImmutableArray.CreateBuilder<SlateOverlap>();
        for (var first = 0; first < providers; first++)
        {
            for (var second = first + 1; second < providers; second++)
            {
                var pair = overlaps.Count;
                var byRegime = replications[0].Outcomes.Select((_, regime) =>
                    replications.Sum(replication => replication.Outcomes[regime].SlateOverlaps[pair]) / replications.Length);
                overlaps.Add(new SlateOverlap(first, second, [.. byRegime]));
            }
        }

        return overlaps.ToImmutable();
    }

    /// <summary>Where a recommender earned less over all weeks than random slates would have, in the mean over the replications.</summary>
    internal static ImmutableArray<BelowRandomSlates> BelowRandom(ImmutableArray<Replication> replications, ImmutableArray<SimulationOptions> options)
    {
        var all = Horizon.Of(options[0].Weeks)[0];
        var below =
            from regime in Enumerable.Range(0, options.Length)
            from provider in Enumerable.Range(0, options[regime].Providers.Length)
            let earnings = replications.Select(replication => replication.Outcomes[regime].Providers[provider]).ToList()
            let mean = earnings.Average(earned => earned.ProfitOf(all).Units)
            let random = earnings.Average(earned => earned.RandomOf(all).Units)
            where mean < random
            select new BelowRandomSlates(regime, provider, mean, random);
        return [.. below];
    }
}
