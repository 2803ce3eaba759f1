using System.Collections.Immutable;
using MovieChain.Experiments.Statistics;
using MovieChain.Simulation;

namespace MovieChain.Experiments;

/// <summary>Two regimes on the same replications.</summary>
internal sealed class Pairing
{
    private const double Tenth = 0.1;

    private readonly bool _hasOneOracle;
    private readonly ImmutableArray<bool> _isPlacebo;
    private readonly ImmutableArray<Replication> _replications;
    private readonly int _regime;
    private readonly StudySettings _settings;

    /// <param name="baseline">The first regime of the study, with its tuned settings.</param>
    /// <param name="other">The regime that is compared with it.</param>
    /// <param name="replications">The replications.</param>
    /// <param name="regime">The other regime's place in the study.</param>
    /// <param name="settings">How the study is made.</param>
    public Pairing(SimulationOptions baseline, SimulationOptions other, ImmutableArray<Replication> replications, int regime, StudySettings settings)
    {
        _hasOneOracle = HasOneOracle(baseline, other);
        _isPlacebo = [.. Enumerable.Range(0, baseline.Providers.Length).Select(provider => Placebo.Is(baseline, other, provider))];
        _replications = replications;
        _regime = regime;
        _settings = settings;
    }

    /// <summary>The differences over some weeks.</summary>
    public HorizonComparison Compare(Horizon horizon)
    {
        var rows = _isPlacebo.Select((isPlacebo, provider) => Row(horizon, [provider], isPlacebo)).ToList();
        var tested = Enumerable.Range(0, rows.Count).Where(provider => !_isPlacebo[provider]).ToList();
        var adjusted = Holm.Adjust([.. tested.Select(provider => rows[provider].Difference.P)]);
        for (var i = 0; i < tested.Count; i++)
        {
            rows[tested[i]] = WithVerdict(rows[tested[i]], adjusted[i]);
        }

        var total = Row(horizon, [.. Enumerable.Range(0, rows.Count)], _isPlacebo.All(isPlacebo => isPlacebo));
        return new HorizonComparison(horizon, [.. rows], total.IsPlacebo ? total : WithVerdict(total, total.Difference.P));
    }

    /// <summary>
    /// Whether what could be earned at most is the same under two regimes, but for drift, so that both close one gap. It is not where the oracle
    /// answers the rivals' slates, and has no sum over weeks where what is not sold in one can be sold in another.
    /// </summary>
    private static bool HasOneOracle(SimulationOptions left, SimulationOptions right) =>
        World.AreAlike(left, right)
        && Settings.All.Where(setting => setting.Scope == Scope.Ceiling).All(setting => setting.IsSame(left, right))
        && (left.SharedAudience, left.Repeat, right.Repeat) == (0, Repeat.Rent, Repeat.Rent);

    private static PairedDifference WithVerdict(PairedDifference row, double p) => row with
    {
        P = p,
        Verdict = p >= Confidence.Significance ? Verdict.Undecided : row.Difference.Mean > 0 ? Verdict.Gain : Verdict.Loss,
    };

    /// <summary>What the regime changes for some providers together; without the verdict where it is no placebo.</summary>
    private PairedDifference Row(Horizon horizon, ImmutableArray<int> providers, bool isPlacebo)
    {
        ImmutableArray<EarningsPair> pairs = [.. _replications.Select(PairOf)];
        double[] a = [.. pairs.Select(pair => (double)pair.A.Units)];
        double[] b = [.. pairs.Select(pair => (double)pair.B.Units)];
        double[] differences = [.. pairs.Select(pair => (double)(pair.B - pair.A).Units)];
        var difference = Estimates.Of(differences, _settings);
        var isZero = Array.TrueForAll(differences, value => value == 0);
        var meanA = a.Average();
        var oracleA = Mean(pair => pair.OracleA);
        return new PairedDifference
        {
            MeanA = meanA,
            MeanB = b.Average(),
            Difference = difference,
            Percent = meanA == 0 ? null : 100 * difference.Mean / meanA,
            P = null,
            Verdict = !isPlacebo ? Verdict.Undecided : isZero ? Verdict.Placebo : Verdict.BrokenPlacebo,
            RandomA = Mean(pair => pair.RandomA),
            OracleA = oracleA,
            RandomB = Mean(pair => pair.RandomB),
            OracleB = Mean(pair => pair.OracleB),
            GapClosed = oracleA > meanA && _hasOneOracle ? difference.Mean / (oracleA - meanA) : null,
            VarianceRatio = isPlacebo ? null : PairingGain.Of(a, b),
            ReplicationsForTenth = isZero ? null : StudentT.ReplicationsFor(Math.Sqrt(Sample.Variance(differences)), Math.Abs(difference.Mean) * Tenth),
            Pairs = pairs,
        };

        double Mean(Func<EarningsPair, Money> amount) => pairs.Average(pair => (double)amount(pair).Units);

        EarningsPair PairOf(Replication replication)
        {
            var (a, b) = (replication.Outcomes[0], replication.Outcomes[_regime]);
            return new EarningsPair(
                Sum(a, earned => earned.ProfitOf(horizon)),
                Sum(b, earned => earned.ProfitOf(horizon)),
                Sum(a, earned => earned.RandomOf(horizon)),
                Sum(a, earned => earned.OracleOf(horizon)),
                Sum(b, earned => earned.RandomOf(horizon)),
                Sum(b, earned => earned.OracleOf(horizon)));
        }

        Money Sum(Outcome outcome, Func<Earnings, Money> amount) => Money.Sum(providers.Select(provider => amount(outcome.Providers[provider])));
    }
}
