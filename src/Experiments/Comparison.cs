using System.Collections.Immutable;
using MovieChain.Simulation;

namespace MovieChain.Experiments;

/// <summary>Several regimes on the same seeds.</summary>
/// <param name="Settings">How the study was made.</param>
/// <param name="Regimes">The regimes; the first is the baseline that each of the others is compared with.</param>
/// <param name="Tunings">The settings that each regime chose before the replications, in the regimes' order; empty where nothing was tuned.</param>
/// <param name="Replications">The replications that were made, in order.</param>
/// <param name="Pairs">Each further regime against the baseline, in the regimes' order.</param>
/// <param name="Overlaps">The overlap of the slates of each pair of providers.</param>
/// <param name="BelowRandom">Where a recommender earned less than random slates would have.</param>
internal sealed record Comparison(
    StudySettings Settings,
    ImmutableArray<Regime> Regimes,
    ImmutableArray<TunedRegime> Tunings,
    ImmutableArray<Replication> Replications,
    ImmutableArray<PairedComparison> Pairs,
    ImmutableArray<SlateOverlap> Overlaps,
    ImmutableArray<BelowRandomSlates> BelowRandom)
{
    /// <summary>What decided the results of each regime: with the settings that it chose, where it was tuned.</summary>
    public ImmutableArray<SimulationOptions> Options => Tunings.IsEmpty ? [.. Regimes.Select(regime => regime.Options)] : [.. Tunings.Select(tuned => tuned.Options)];

    /// <summary>The settings in which the regimes differ, before tuning.</summary>
    public ImmutableArray<MarketDifference> Differences => MarketStatement.Differences([.. Regimes.Select(regime => regime.Options)]);

    /// <summary>Whether the half-width of every interval is what the settings ask for.</summary>
    public bool AreNarrow => Settings.HalfWidth is not { } target || AreWithin(Pairs, target);

    /// <summary>Whether the half-width of every interval is at most a fraction of the baseline's profit.</summary>
    public static bool AreWithin(IEnumerable<PairedComparison> pairs, double fraction) => pairs
        .SelectMany(pair => pair.Horizons)
        .SelectMany(horizon => horizon.Providers.Append(horizon.Total))
        .All(row => row.Difference.HalfWidth <= fraction * row.MeanA);

    /// <summary>Whether every row that must be exactly zero is.</summary>
    public bool PlacebosHold => Pairs.All(pair => pair.Horizons.All(horizon => horizon.Providers.All(provider => provider.Verdict != Verdict.BrokenPlacebo)));
}

/// <summary>One regime against the baseline.</summary>
/// <param name="Regime">The regime's place in the study.</param>
/// <param name="Horizons">All weeks first, then the first and the last weeks, where there are more weeks than these.</param>
internal sealed record PairedComparison(int Regime, ImmutableArray<HorizonComparison> Horizons);

/// <summary>One regime against the baseline over some weeks.</summary>
/// <param name="Horizon">The weeks.</param>
/// <param name="Providers">Each provider, in order. The p of those that are no placebos are adjusted for each other.</param>
/// <param name="Total">All providers together; its p stands by itself.</param>
internal sealed record HorizonComparison(Horizon Horizon, ImmutableArray<PairedDifference> Providers, PairedDifference Total);

/// <summary>What a regime changes for a provider, from paired replications. Amounts are means over the replications, in units of money.</summary>
internal sealed record PairedDifference
{
    /// <summary>What it earns under the baseline.</summary>
    public required double MeanA { get; init; }

    /// <summary>What it earns under the other regime.</summary>
    public required double MeanB { get; init; }

    /// <summary>The other regime minus the baseline.</summary>
    public required Estimate Difference { get; init; }

    /// <summary>The difference in percent of the baseline; null where that is 0.</summary>
    public required double? Percent { get; init; }

    /// <summary>The p that there is no difference, adjusted by Holm over the providers that are no placebos; null for a placebo.</summary>
    public required double? P { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>What random slates would have earned under the baseline.</summary>
    public required double RandomA { get; init; }

    /// <summary>The most that could have been earned under the baseline.</summary>
    public required double OracleA { get; init; }

    /// <summary>What random slates would have earned under the other regime.</summary>
    public required double RandomB { get; init; }

    /// <summary>The most that could have been earned under the other regime.</summary>
    public required double OracleB { get; init; }

    /// <summary>The difference as a share of what the baseline leaves to the oracle: (B − A) ÷ (oracle − A). Null where it leaves nothing, where the
    /// regimes have not the same oracle (other people, films, slates or budgets, or members who subscribe to several providers, where the oracle answers
    /// the rivals' slates), and where films are bought once, so that what is not sold this week can be sold in another.</summary>
    public required double? GapClosed { get; init; }

    /// <summary>How much pairing has gained: the variance of the difference had the regimes been run on different seeds, over what it is; null for a
    /// placebo or where nothing varies.</summary>
    public required double? VarianceRatio { get; init; }

    /// <summary>How many replications it takes to know the difference to a tenth of itself; null where it is 0 or would take more than a million.</summary>
    public required int? ReplicationsForTenth { get; init; }

    /// <summary>Each replication's earnings under both regimes, in order.</summary>
    public required ImmutableArray<EarningsPair> Pairs { get; init; }

    /// <summary>Whether the difference must be exactly zero in every replication.</summary>
    public bool IsPlacebo => Verdict is Verdict.Placebo or Verdict.BrokenPlacebo;
}

/// <summary>Earnings in one replication under the baseline, A, and another regime, B.</summary>
/// <param name="A">Profit under A.</param>
/// <param name="B">Profit under B.</param>
/// <param name="RandomA">What random slates would have earned under A.</param>
/// <param name="OracleA">The most that could have been earned under A.</param>
/// <param name="RandomB">What random slates would have earned under B.</param>
/// <param name="OracleB">The most that could have been earned under B.</param>
internal readonly record struct EarningsPair(Money A, Money B, Money RandomA, Money OracleA, Money RandomB, Money OracleB);

/// <summary>The result of testing a difference.</summary>
internal enum Verdict
{
    /// <summary>No significant difference: p is 0.05 or more.</summary>
    Undecided,

    /// <summary>A significant increase: p is below 0.05.</summary>
    Gain,

    /// <summary>A significant decrease: p is below 0.05.</summary>
    Loss,

    /// <summary>It must be exactly zero in every replication, and is.</summary>
    Placebo,

    /// <summary>It must be exactly zero in every replication, and is not: the program is at fault.</summary>
    BrokenPlacebo,
}

/// <summary>The overlap of two providers' slates, by regime: the sum over films of the smaller of the two exposures, as a fraction of a slate;
/// averaged over weeks and replications.</summary>
/// <param name="First">A provider's place.</param>
/// <param name="Second">Another's.</param>
/// <param name="ByRegime">The overlap under each regime, 0 to 1.</param>
internal sealed record SlateOverlap(int First, int Second, ImmutableArray<double> ByRegime);

/// <summary>A recommender that earned less than random slates would have.</summary>
/// <param name="Regime">The regime's place.</param>
/// <param name="Provider">The provider's place.</param>
/// <param name="Mean">What it earned, a mean over replications.</param>
/// <param name="Random">What random slates would have earned.</param>
internal sealed record BelowRandomSlates(int Regime, int Provider, double Mean, double Random);

/// <summary>The settings that a regime chose.</summary>
/// <param name="Options">The regime's options with what it chose.</param>
/// <param name="Tried">How many settings it tried; 0 where its recommender has none to choose.</param>
/// <param name="Seeds">On how many seeds, none of them a replication's.</param>
/// <param name="Profit">What all providers together earned with what it chose: the mean over these seeds; null where nothing was tried.</param>
/// <param name="ProfitBefore">What they earned with the settings that it came with.</param>
internal sealed record TunedRegime(SimulationOptions Options, int Tried, int Seeds, double? Profit, double? ProfitBefore)
{
    /// <summary>The settings that it chose: those of its recommender.</summary>
    public IEnumerable<Setting> Chosen => Options.Recommender.Settings.Select(name => Settings.Find(name)!);

    /// <summary>All settings that it tried, first those that it came with.</summary>
    public ImmutableArray<Trial> Trials { get; init; } = [];
}

/// <summary>Settings that a regime tried.</summary>
/// <param name="Options">The regime's options with these settings.</param>
/// <param name="Profits">What all providers together earned on each seed.</param>
internal sealed record Trial(SimulationOptions Options, ImmutableArray<Money> Profits);
