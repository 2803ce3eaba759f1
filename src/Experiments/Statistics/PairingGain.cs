namespace MovieChain.Experiments.Statistics;

/// <summary>What running two regimes on the same seeds has gained (common random numbers). Source: Law, "Simulation Modeling and Analysis", ch. 11.</summary>
internal static class PairingGain
{
    /// <summary>The variance that the difference would have had on different seeds, over what it has: (var A + var B) ÷ var(B − A). As many times more
    /// replications would different seeds have taken.</summary>
    /// <param name="baseline">The values under one regime, one a replication, at least two.</param>
    /// <param name="other">Those under the other, from the same seeds.</param>
    /// <returns>Above 1 where pairing has helped; null where the difference does not vary.</returns>
    /// <exception cref="ArgumentException">There are not as many of one as of the other.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than two pairs.</exception>
    public static double? Of(ReadOnlySpan<double> baseline, ReadOnlySpan<double> other)
    {
        if (baseline.Length != other.Length)
        {
            throw new ArgumentException($"{baseline.Length} values cannot be paired with {other.Length}.", nameof(other));
        }

        var differences = new double[baseline.Length];
        for (var pair = 0; pair < differences.Length; pair++)
        {
            differences[pair] = other[pair] - baseline[pair];
        }

        var variance = Sample.Variance(differences);
        return variance == 0 ? null : (Sample.Variance(baseline) + Sample.Variance(other)) / variance;
    }
}
