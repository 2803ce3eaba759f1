using Published = MathNet.Numerics.Distributions.StudentT;

namespace MovieChain.Experiments.Statistics;

/// <summary>Student's t distribution.</summary>
/// <remarks>
/// MathNet computes it with the exponential and the logarithm of the platform, so that the last bits may differ between machines, though never
/// between runs or numbers of workers on one. Reports round them away; no slate, order or block may depend on them.
/// </remarks>
internal static class StudentT
{
    /// <summary>The most replications that are worth naming.</summary>
    public const int MostReplications = 1_000_000;

    /// <summary>The two-sided quantile of <see cref="Confidence.Level"/>: what |t| exceeds with the probability that is left; right to about ten digits.</summary>
    /// <param name="freedom">The degrees of freedom, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="freedom"/> is below 1.</exception>
    public static double Quantile(int freedom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(freedom, 1);
        return Published.InvCDF(location: 0, scale: 1, freedom, (1 + Confidence.Level) / 2);
    }

    /// <summary>The two-sided p of a value of t: the probability of one that lies as far from 0 or farther.</summary>
    /// <param name="t">The value, infinite where a mean other than 0 does not vary.</param>
    /// <param name="freedom">The degrees of freedom, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="freedom"/> is below 1.</exception>
    public static double P(double t, int freedom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(freedom, 1);
        return 2 * Published.CDF(location: 0, scale: 1, freedom, -Math.Abs(t));
    }

    /// <summary>The fewest replications after which the interval of a mean is narrow enough.</summary>
    /// <param name="deviation">The standard deviation of one replication, at least 0.</param>
    /// <param name="halfWidth">The half-width that the interval may have, at least 0, in the same unit.</param>
    /// <returns>At least 2; null where it would take more than <see cref="MostReplications"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">One of them is negative.</exception>
    public static int? ReplicationsFor(double deviation, double halfWidth)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(deviation);
        ArgumentOutOfRangeException.ThrowIfNegative(halfWidth);
        if (!IsEnough(MostReplications))
        {
            return null;
        }

        // Both the quantile and the standard error of the mean fall with every replication more.
        var (low, high) = (2, MostReplications);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = IsEnough(middle) ? (low, middle) : (middle + 1, high);
        }

        return low;

        bool IsEnough(int count) => Quantile(count - 1) * deviation / Math.Sqrt(count) <= halfWidth;
    }
}
