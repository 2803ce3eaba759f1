using MovieChain.Experiments.Statistics;

namespace MovieChain.Tests.Experiments.Statistics;

public sealed class PairingGainTests
{
    [Fact]
    public void The_gain_is_the_variance_of_unpaired_runs_over_that_of_paired_ones()
    {
        // Variances 1 and 4, that of the differences 1, 2, 3 is 1.
        Assert.Equal(5, PairingGain.Of([1, 2, 3], [2, 4, 6]));

        // The same values against each other: 1, 4 and 9.
        Assert.Equal(5.0 / 9, PairingGain.Of([3, 2, 1], [2, 4, 6])!.Value, precision: 15);
    }

    [Fact]
    public void A_difference_that_does_not_vary_has_no_ratio()
    {
        Assert.Null(PairingGain.Of([1, 5, 9], [3, 7, 11]));
        Assert.Null(PairingGain.Of([2, 2], [2, 2]));
    }

    [Fact]
    public void Only_pairs_are_compared()
    {
        Assert.Throws<ArgumentException>(() => PairingGain.Of([1, 2], [1, 2, 3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => PairingGain.Of([1], [2]));
    }
}
