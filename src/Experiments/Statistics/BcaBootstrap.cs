using MathNet.Numerics.Distributions;
using MovieChain.Randomness;

namespace MovieChain.Experiments.Statistics;

/// <summary>
/// The bias-corrected and accelerated bootstrap of a statistic: its interval runs between two of the values that the statistic takes on samples drawn
/// again from the sample. Sources: Efron, "Better Bootstrap Confidence Intervals", 1987; Efron and Tibshirani, "An Introduction to the Bootstrap",
/// 1993, ch. 14.
/// </summary>
/// <remarks>MathNet's normal distribution has the last bits of the platform's exponential and logarithm; see <see cref="StudentT"/>.</remarks>
internal sealed class BcaBootstrap
{
    /// <summary>How many samples are drawn again.</summary>
    public const int Resamples = 10_000;

    /// <summary>The statistic of the resamples, in ascending order.</summary>
    private readonly double[] _values;

    private BcaBootstrap(double statistic, double[] values, double acceleration)
    {
        Array.Sort(values);
        _values = values;
        Statistic = statistic;
        Acceleration = acceleration;

        // Where all resamples lie on one side, half of one is granted to the other.
        var below = values.Count(value => value < statistic) + (values.Count(value => value == statistic) / 2.0);
        Bias = Normal.InvCDF(0, 1, Math.Clamp(below, 0.5, values.Length - 0.5) / values.Length);
    }

    /// <summary>The statistic of the sample itself.</summary>
    public double Statistic { get; }

    /// <summary>The bias correction z₀: the normal quantile of the fraction of resamples below <see cref="Statistic"/>, those equal to it counted half.</summary>
    public double Bias { get; }

    /// <summary>The acceleration a, by the jackknife: how fast the standard error moves with the statistic.</summary>
    public double Acceleration { get; }

    /// <summary>
    /// The two-sided p that the statistic is 0: 1 less the level of the widest interval that leaves 0 out, and at least 2 ÷ (resamples + 1), which is
    /// all that they can tell. It is below 0.05 where, and only where, the interval of 95 % leaves 0 out.
    /// </summary>
    /// <remarks>
    /// The lower end lies above 0 if its place among the B resamples is above the count c of those at 0 or below: Φ(z₀ + u ÷ (1 − a·u)) ≥ (c + 1) ÷ (B + 1)
    /// with u = z₀ + Φ⁻¹(tail). The left side rises with the tail, so this turns round: with v = Φ⁻¹((c + 1) ÷ (B + 1)) − z₀, the smallest such tail is
    /// Φ(v ÷ (1 + a·v) − z₀). The upper end is the lower end of the statistic with its sign turned round, whose z₀ and a have theirs turned round too.
    /// </remarks>
    public double P
    {
        get
        {
            var tail = Math.Min(
                SmallestTail(_values.Count(value => value <= 0), Bias, Acceleration),
                SmallestTail(_values.Count(value => value >= 0), -Bias, -Acceleration));
            return Math.Clamp(2 * tail, 2.0 / (_values.Length + 1), 1);
        }
    }

    /// <summary>Estimates the mean of a sample, with the interval of <see cref="Confidence.Level"/>.</summary>
    /// <param name="sample">At least two values.</param>
    /// <param name="stream">What the resamples are drawn from.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two values.</exception>
    public static Estimate OfMean(ReadOnlySpan<double> sample, ref RandomStream stream)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sample.Length, 2, nameof(sample));
        if (Sample.IsConstant(sample))
        {
            return PairedEstimate.OfConstant(sample[0], sample.Length);
        }

        var bootstrap = Of(sample, Sample.Mean, ref stream);
        var (low, high) = bootstrap.Interval(Confidence.Level);
        return new Estimate(bootstrap.Statistic, low, high, bootstrap.P);
    }

    /// <summary>Draws the resamples of any statistic that does not depend on the order of the values.</summary>
    /// <param name="sample">At least two values.</param>
    /// <param name="statistic">Computes it from as many values, or from one less. Handed the same values it must return the same bits.</param>
    /// <param name="stream">What the resamples are drawn from.</param>
    /// <param name="resamples">How many, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two values, or no resamples.</exception>
    public static BcaBootstrap Of(
        ReadOnlySpan<double> sample, Func<ReadOnlySpan<double>, double> statistic, ref RandomStream stream, int resamples = Resamples)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sample.Length, 2, nameof(sample));
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 1);
        var values = new double[resamples];
        var counts = new int[sample.Length];
        var resample = new double[sample.Length];
        foreach (ref var value in values.AsSpan())
        {
            Draw(sample, counts, resample, ref stream);
            value = statistic(resample);
        }

        return new BcaBootstrap(statistic(sample), values, AccelerationOf(sample, statistic));
    }

    /// <summary>The interval of a level: the resamples whose places are the tails that it leaves, moved by bias and acceleration.</summary>
    /// <param name="level">Above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is out of its range.</exception>
    public (double Low, double High) Interval(double level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(level, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, 1);
        var tail = Normal.InvCDF(0, 1, (1 - level) / 2);
        return (_values[PlaceOf(tail, Bias, Acceleration) - 1], _values[^PlaceOf(tail, -Bias, -Acceleration)]);
    }

    /// <summary>Draws a resample. Its values keep the sample's order, so that equal resamples have equal sums, to the bit, and ties are seen.</summary>
    private static void Draw(ReadOnlySpan<double> sample, Span<int> counts, Span<double> resample, ref RandomStream stream)
    {
        counts.Clear();
        for (var draw = 0; draw < sample.Length; draw++)
        {
            counts[stream.NextInt32(0, sample.Length - 1)]++;
        }

        var filled = 0;
        for (var value = 0; value < sample.Length; value++)
        {
            resample.Slice(filled, counts[value]).Fill(sample[value]);
            filled += counts[value];
        }
    }

    /// <summary>Σd³ ÷ 6(Σd²)^1.5 with d the mean of the statistics without one value each less such a statistic; 0 where these do not vary.</summary>
    private static double AccelerationOf(ReadOnlySpan<double> sample, Func<ReadOnlySpan<double>, double> statistic)
    {
        var statistics = new double[sample.Length];
        var others = sample[1..].ToArray();
        for (var left = 0; left < sample.Length; left++)
        {
            statistics[left] = statistic(others);
            if (left < others.Length)
            {
                others[left] = sample[left];
            }
        }

        var mean = Sample.Mean(statistics);
        double squares = 0;
        double cubes = 0;
        foreach (var value in statistics)
        {
            var distance = mean - value;
            squares += distance * distance;
            cubes += distance * distance * distance;
        }

        return squares == 0 ? 0 : cubes / (6 * squares * Math.Sqrt(squares));
    }

    /// <summary>The place, from 1, of the lower end among the resamples.</summary>
    private int PlaceOf(double tail, double bias, double acceleration)
    {
        var from = bias + tail;
        var stretched = Divided(from, 1 - (acceleration * from));
        return Math.Clamp((int)((_values.Length + 1) * Normal.CDF(0, 1, bias + stretched)), 1, _values.Length);
    }

    /// <summary>The smallest tail whose interval has its lower end above 0; 0 where every one has, 1 where none has.</summary>
    /// <param name="count">How many resamples lie at 0 or below.</param>
    /// <param name="bias">The bias correction.</param>
    /// <param name="acceleration">The acceleration.</param>
    private double SmallestTail(int count, double bias, double acceleration)
    {
        if (count == 0 || count == _values.Length)
        {
            return count == 0 ? 0 : 1;
        }

        var to = Normal.InvCDF(0, 1, (count + 1.0) / (_values.Length + 1)) - bias;
        return Normal.CDF(0, 1, Divided(to, 1 + (acceleration * to)) - bias);
    }

    /// <summary>A quotient whose divisor falls to 0 as the dividend moves away from 0: infinite from there on.</summary>
    private static double Divided(double dividend, double divisor) =>
        divisor > 0 ? dividend / divisor : double.CopySign(double.PositiveInfinity, dividend);
}
