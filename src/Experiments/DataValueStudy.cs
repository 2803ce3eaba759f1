using System.Collections.Immutable;
using MovieChain.Exchange;
using MovieChain.Randomness;
using MovieChain.Simulation;

namespace MovieChain.Experiments;

/// <summary>
/// What each provider's records are worth, and to whom. Every coalition of owners is run on the same seeds; what an owner's records add to a
/// beneficiary's profit is the owner's Shapley value in the game of that beneficiary. Sources: Shapley, "A Value for n-Person Games",
/// Contributions to the Theory of Games II, 1953; for data: Ghorbani, Zou, "Data Shapley: Equitable Valuation of Data for Machine Learning", ICML 2019.
/// </summary>
internal static class DataValueStudy
{
    /// <summary>The most providers: every coalition is run.</summary>
    public const int MaxProviders = 8;

    /// <summary>Runs all coalitions of owners.</summary>
    /// <param name="market">The market, of 2 to 8 providers; its access rule does not matter.</param>
    /// <param name="settings">How the study is made.</param>
    /// <param name="sweep">The market at several values of an option; null where there is one value.</param>
    /// <param name="workers">Thread budget; never affects results.</param>
    /// <param name="progress">Receives each finished run, from any thread; may be null.</param>
    /// <exception cref="OperationCanceledException">The study was cancelled.</exception>
    public static DataValue Run(Regime market, StudySettings settings, Sweep? sweep, Workers workers, IProgress<StudyProgress>? progress = null)
    {
        ImmutableArray<(double? Setting, SimulationOptions Options)> points =
            sweep is null ? [(null, market.Options)] : [.. sweep.Points.Select(point => ((double?)point.Setting, point.Options))];
        var runs = points.Sum(point => (long)settings.Replications << point.Options.Providers.Length);
        var counter = new RunCounter("Replications", runs, progress);
        var results = points.Select(point => Measure(point.Setting, point.Options, settings, workers, counter)).ToImmutableArray();
        return new DataValue(settings, market, sweep?.Name, sweep?.Name == Settings.Consent.Name ? WithPermissions(results, settings) : results);
    }

    /// <summary>Everybody reads its own records and those of the coalition's owners.</summary>
    internal static AccessRule AccessOf(int coalition, int providers)
    {
        var owners = Enumerable.Range(0, providers).Where(owner => (coalition >> owner & 1) != 0).ToList();
        return AccessRule.From(Enumerable.Repeat(owners, providers));
    }

    private static DataValuePoint Measure(double? setting, SimulationOptions options, StudySettings settings, Workers workers, RunCounter counter)
    {
        var providers = options.Providers.Length;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(providers, MaxProviders, nameof(options));
        ImmutableArray<SimulationOptions> coalitions =
            [.. Enumerable.Range(0, 1 << providers).Select(coalition => options with { Access = AccessOf(coalition, providers) })];
        var replications = new ReplicationRunner(coalitions, settings.Seed, StreamPurpose.Replication, workers, counter.Count).Run(first: 1, settings.Replications);
        var values = replications.Select(replication => new CoalitionValues(replication)).ToImmutableArray();
        return new DataValuePoint
        {
            Options = options,
            Setting = setting,
            Replications = replications,
            Matrix = Each(owner => Each(beneficiary => Over(value => value.Added(owner, beneficiary)))),
            Owners = Each(owner => Over(value => value.Added(owner))),
            Beneficiaries = Each(beneficiary => Over(value => value.Gain(beneficiary))),
            Themselves = Over(value => Enumerable.Range(0, providers).Sum(owner => value.Added(owner, owner))),
            Total = Over(value => value.Gain()),
            ProfitOfNone = values.Average(value => value.ProfitOfNone),
            ProfitOfAll = values.Average(value => value.ProfitOfAll),
            LargestError = values.Max(value => value.Error),
            Consenting = values.Average(value => value.Consenting),
        };

        ImmutableArray<T> Each<T>(Func<int, T> make) => [.. Enumerable.Range(0, providers).Select(make)];

        Estimate Over(Func<CoalitionValues, double> value) => Estimates.Of([.. values.Select(value)], settings);
    }

    /// <summary>The points, each with what a permission is worth beside the next lower consent.</summary>
    private static ImmutableArray<DataValuePoint> WithPermissions(ImmutableArray<DataValuePoint> points, StudySettings settings) =>
    [
        .. points.Select(point => points.Where(other => other.Setting < point.Setting).MaxBy(other => other.Setting) is { } lower
            ? point with { Permission = PermissionBetween(lower, point, settings) }
            : point),
    ];

    private static Estimate? PermissionBetween(DataValuePoint lower, DataValuePoint higher, StudySettings settings)
    {
        var values = new List<double>();
        foreach (var (less, more) in lower.Replications.Zip(higher.Replications, (less, more) => (new CoalitionValues(less), new CoalitionValues(more))))
        {
            if (more.Consenting == less.Consenting)
            {
                return null;
            }

            values.Add((more.ProfitOfAll - less.ProfitOfAll) / (more.Consenting - less.Consenting));
        }

        return Estimates.Of([.. values], settings);
    }
}
