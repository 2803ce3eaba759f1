using System.Collections.Immutable;
using MovieChain.Exchange;
using MovieChain.Experiments;
using MovieChain.Simulation;

namespace MovieChain.Tests.Reporting;

/// <summary>Results of studies with round numbers, made by hand so that no change of the model or of a statistic moves them.</summary>
internal static class HandMadeStudies
{
    private static readonly ImmutableArray<string> _three = ["Netflix", "Hulu", "Prime"];

    /// <summary>Two further regimes against a baseline: a placebo, a gain, a loss and what is undecided.</summary>
    public static Comparison ThreeRegimes { get; } = Compare(
        _three,
        ["own", "notebook", "all+recommender=popular"],
        new StudySettings(42, 2, HalfWidth: null, IntervalMethod.T),
        [
            [(1000, 1000, Verdict.Placebo), (2000, 2500, Verdict.Gain), (1500, 1510, Verdict.Undecided)],
            [(1000, 100, Verdict.Loss), (2000, 2010, Verdict.Undecided), (1500, 1900, Verdict.Gain)],
        ]);

    /// <summary>The same regimes after each has chosen its settings, stopped when the intervals were narrow.</summary>
    public static Comparison Tuned { get; } = ThreeRegimes with
    {
        Settings = new StudySettings(7, 1000, HalfWidth: 0.05, IntervalMethod.Bca),
        Tunings =
        [
            new TunedRegime(OptionsOf(_three) with { Rank = 8 }, Tried: 13, Seeds: 10, Profit: 4600.5, ProfitBefore: 4500)
            {
                Trials = [new Trial(OptionsOf(_three), [new(4500), new(4500)]), new Trial(OptionsOf(_three) with { Rank = 8 }, [new(4600), new(4601)])],
            },
            new TunedRegime(OptionsOf(_three), Tried: 13, Seeds: 10, Profit: 5000, ProfitBefore: 5000),
            new TunedRegime(OptionsOf(_three) with { Recommender = Named.Recommender("popular") }, Tried: 0, Seeds: 0, Profit: null, ProfitBefore: null),
        ],
    };

    /// <summary>A row that must be zero and is not, among names that could be taken for markup or would steer a terminal.</summary>
    public static Comparison Broken { get; } = Compare(
        ["[red]\"A\"[/]", "B"],
        ["own", "[bold]\u001b[2J.json"],
        new StudySettings(1, 2, HalfWidth: null, IntervalMethod.T),
        [[(1000, 1001, Verdict.BrokenPlacebo), (0, 0, Verdict.Undecided)]]);

    /// <summary>Names as long as they may be, and what a million members spend.</summary>
    public static Comparison Wide { get; } = Compare(
        ["The Longest Name That Is Allowed", "TheLongestNameWithoutAnySpacesIn"],
        ["own", string.Join('+', Enumerable.Repeat("consent=0.123456789", 10))],
        new StudySettings(1, 2, HalfWidth: null, IntervalMethod.T),
        [[(1_000_000_000, 1_200_000_000, Verdict.Gain), (2_000_000_000, 2_000_000_000, Verdict.Placebo)]]);

    /// <summary>Two owners at two levels of consent.</summary>
    public static DataValue ByConsent { get; } = new(
        new StudySettings(42, 2, HalfWidth: null, IntervalMethod.T),
        new Regime("market", OptionsOf(["Mubi", "Arte"])),
        "consent",
        [PointOf(["Mubi", "Arte"], setting: 1, size: 100, permission: new Estimate(2.5, 1.25, 3.75, 0.01)), PointOf(["Mubi", "Arte"], setting: 0.5, size: -10, permission: null)]);

    /// <summary>One market of one setting, whose Shapley values do not add up.</summary>
    public static DataValue NotAddingUp { get; } = new(
        new StudySettings(42, 2, HalfWidth: null, IntervalMethod.Bca),
        new Regime("market", OptionsOf(["Mubi", "Arte"])),
        Swept: null,
        [PointOf(["Mubi", "Arte"], setting: null, size: 100, permission: null) with { LargestError = 3 }]);

    /// <summary>As many owners as there may be, with names as long as they may be.</summary>
    public static DataValue WideValue { get; } = new(
        new StudySettings(42, 2, HalfWidth: null, IntervalMethod.T),
        new Regime("market", OptionsOf([.. Enumerable.Range(1, 8).Select(LongName)])),
        Swept: null,
        [PointOf([.. Enumerable.Range(1, 8).Select(LongName)], setting: null, size: 12_345_678, permission: null)]);

    /// <summary>A comparison of large profits of providers with given names.</summary>
    public static Comparison ComparisonOf(string[] names) => Compare(
        [.. names],
        ["own", string.Join('+', Enumerable.Repeat("consent=0.123456789", 3))],
        new StudySettings(1, 2, HalfWidth: null, IntervalMethod.T),
        [[.. names.Select(_ => (1_000_000_000L, 1_200_000_000L, Verdict.Gain))]]);

    /// <summary>The worth of the records of providers with given names, at two levels of consent.</summary>
    public static DataValue ValueOf(string[] names) => new(
        new StudySettings(42, 2, HalfWidth: null, IntervalMethod.T),
        new Regime("market", OptionsOf([.. names])),
        "consent",
        [PointOf([.. names], setting: 1, size: 12_345_678, permission: new Estimate(2.5, 1.25, 3.75, 0.01)), PointOf([.. names], setting: 0.5, size: -10, permission: null)]);

    private static string LongName(int number) => $"{number} is the number of a provider";

    private static SimulationOptions OptionsOf(ImmutableArray<string> names) => new()
    {
        Weeks = 6,
        Seed = 42,
        Providers = [.. names.Select(name => new ProviderPlan(name, 20))],
        Access = AccessRule.Own(names.Length),
    };

    /// <summary>Regimes against the first: for each further one and provider what it earns under the first, what under that one, and what is said.</summary>
    private static Comparison Compare(
        ImmutableArray<string> names, ImmutableArray<string> regimes, StudySettings settings, ImmutableArray<(long A, long B, Verdict Verdict)[]> pairs)
    {
        var options = OptionsOf(names);
        var outcomes = pairs.Select(pair => pair.Select(row => row.B)).Prepend(pairs[0].Select(row => row.A)).Select(profits => profits.ToArray()).ToList();
        var replications = Enumerable.Range(0, 2).Select(number => new Replication(
            number + 1, 1234567890123 + number, [.. outcomes.Select((profits, regime) => new Outcome([.. profits.Select(profit => EarningsOf(profit, number))], OverlapsOf(regime)))]));
        ImmutableArray<double> OverlapsOf(int regime) => [.. Enumerable.Repeat(0.1 + (0.2 * regime), names.Length * (names.Length - 1) / 2)];
        var overlaps = from first in Enumerable.Range(0, names.Length)
                       from second in Enumerable.Range(first + 1, names.Length - first - 1)
                       select new SlateOverlap(first, second, [.. regimes.Select((_, regime) => 0.1 + (0.2 * regime))]);
        return new Comparison(
            settings,
            [.. regimes.Select(name => new Regime(name, options with { Access = AccessOf(name, names) }))],
            Tunings: [],
            [.. replications],
            [.. pairs.Select((rows, place) => new PairedComparison(place + 1, [.. Horizon.Of(options.Weeks).Select(horizon => ComparisonOver(horizon, rows))]))],
            [.. overlaps],
            BelowRandom: [new BelowRandomSlates(regimes.Length - 1, 0, 100, 500)]);
    }

    /// <summary>The rule that a regime's name begins with; own where it begins with none.</summary>
    private static AccessRule AccessOf(string regime, ImmutableArray<string> names)
    {
        AccessRule.TryParse(regime.Split('+')[0], names, out var rule, out _);
        return rule;
    }

    private static HorizonComparison ComparisonOver(Horizon horizon, (long A, long B, Verdict Verdict)[] rows) => new(
        horizon,
        [.. rows.Select(row => Difference(row.A, row.B, row.Verdict))],
        Difference(rows.Sum(row => row.A), rows.Sum(row => row.B), Verdict.Undecided));

    private static PairedDifference Difference(long a, long b, Verdict verdict)
    {
        var isPlacebo = verdict is Verdict.Placebo or Verdict.BrokenPlacebo;
        var margin = verdict == Verdict.Placebo ? 0 : 20.5;
        return new PairedDifference
        {
            MeanA = a,
            MeanB = b,
            Difference = new Estimate(b - a, b - a - margin, b - a + margin, 0.5),
            Percent = a == 0 ? null : 100.0 * (b - a) / a,
            P = isPlacebo ? null : verdict == Verdict.Undecided ? 0.25 : verdict == Verdict.Gain ? 0.000004 : 0.0321,
            Verdict = verdict,
            RandomA = 500,
            OracleA = 4 * a,
            RandomB = 500.5,
            OracleB = 4 * a,
            GapClosed = a == 0 ? null : (b - a) / (3.0 * a),
            VarianceRatio = isPlacebo ? null : 2.5,
            ReplicationsForTenth = a == b ? null : 1234,
            Pairs = [PairOf(a - 1, b - 1), PairOf(a + 1, b + 1)],
        };
    }

    private static EarningsPair PairOf(long a, long b) => new(new(a), new(b), RandomA: new(500), OracleA: new(4 * a), RandomB: new(501), OracleB: new(4 * a));

    private static Earnings EarningsOf(long profit, int number) =>
        new([new(profit), new((2 * number) - 1)], [new(4 * profit), new(1)], [new(500), new(2)], Consenting: 18);

    private static DataValuePoint PointOf(ImmutableArray<string> names, double? setting, double size, Estimate? permission)
    {
        var none = 10_000.0;
        ImmutableArray<ImmutableArray<Estimate>> matrix = [.. names.Select((_, owner) => names.Select((_, beneficiary) => Around(owner == beneficiary ? size / 100 : size)).ToImmutableArray())];
        var sum = matrix.Sum(row => row.Sum(cell => cell.Mean));
        return new DataValuePoint
        {
            Options = OptionsOf(names) with { Consent = setting ?? 0.9 },
            Setting = setting,
            Replications = [.. Enumerable.Range(0, 2).Select(number => new Replication(number + 1, 77 + number, [.. Enumerable.Range(0, 1 << names.Length).Select(OutcomeOf)]))],
            Matrix = matrix,
            Owners = [.. matrix.Select(row => Around(row.Sum(cell => cell.Mean)))],
            Beneficiaries = [.. names.Select((_, beneficiary) => Around(matrix.Sum(row => row[beneficiary].Mean)))],
            Themselves = Around(matrix.Select((row, owner) => row[owner].Mean).Sum()),
            Total = Around(sum),
            ProfitOfNone = none,
            ProfitOfAll = none + sum,
            LargestError = 0,
            Consenting = 40 * (setting ?? 0.9),
            Permission = permission,
        };

        Outcome OutcomeOf(int coalition) => new([.. names.Select((_, p) => EarningsOf(1000 + (100 * coalition) + p, number: 0))], []);

        static Estimate Around(double mean) => new(mean, mean - 20, mean + 20, 0.5);
    }
}
