namespace MovieChain.Experiments.Statistics;

/// <summary>What describes a sample. Sums run from the first value to the last; those of whole numbers are exact up to 2⁵³.</summary>
internal static class Sample
{
    /// <summary>The arithmetic mean.</summary>
    /// <param name="values">At least one value.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no value.</exception>
    public static double Mean(ReadOnlySpan<double> values)
    {
        ArgumentOutOfRangeException.ThrowIfZero(values.Length, nameof(values));
        double sum = 0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    /// <summary>The unbiased estimate of the variance, by a second pass around the mean; exactly 0 where all values are equal.</summary>
    /// <param name="values">At least two values.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two values.</exception>
    public static double Variance(ReadOnlySpan<double> values)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(values.Length, 2, nameof(values));
        if (IsConstant(values))
        {
            return 0;
        }

        var mean = Mean(values);
        double squares = 0;
        foreach (var value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        return squares / (values.Length - 1);
    }

    /// <summary>Whether all values are equal. The mean of equal values may miss them by a rounding, so their variance does not tell.</summary>
    public static bool IsConstant(ReadOnlySpan<double> values) => !values.ContainsAnyExcept(values[0]);
}
