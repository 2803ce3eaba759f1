namespace MovieChain.Experiments.Statistics;

/// <summary>The mean of paired differences with its interval by Student's t. Source: Student, "The Probable Error of a Mean", 1908.</summary>
internal static class PairedEstimate
{
    /// <summary>Estimates the mean.</summary>
    /// <param name="differences">One difference a replication, at least two.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two.</exception>
    public static Estimate Of(ReadOnlySpan<double> differences)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(differences.Length, 2, nameof(differences));
        if (Sample.IsConstant(differences))
        {
            return OfConstant(differences[0], differences.Length);
        }

        var mean = Sample.Mean(differences);
        var error = Math.Sqrt(Sample.Variance(differences) / differences.Length);
        var freedom = differences.Length - 1;
        var halfWidth = StudentT.Quantile(freedom) * error;
        return new Estimate(mean, mean - halfWidth, mean + halfWidth, StudentT.P(mean / error, freedom));
    }

    /// <summary>What a sample says whose values are all equal: the interval is that value. Where it is not 0, p is that of the sign test, 2 ÷ 2ⁿ: nothing
    /// varies that t could go by, but a few equal values may be so by chance.</summary>
    /// <param name="value">The value.</param>
    /// <param name="count">How many there are, n.</param>
    public static Estimate OfConstant(double value, int count) => new(value, value, value, value == 0 ? 1 : Math.ScaleB(2, -count));
}
