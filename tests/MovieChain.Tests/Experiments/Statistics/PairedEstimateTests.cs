using CsCheck;
using MovieChain.Experiments;
using MovieChain.Experiments.Statistics;

namespace MovieChain.Tests.Experiments.Statistics;

public sealed class PairedEstimateTests
{
    /// <summary>The hours of sleep that ten patients gained by one drug more than by the other, in tenths: Student, 1908.</summary>
    private static readonly double[] _sleep = [12, 24, 13, 13, 0, 10, 18, 8, 46, 14];

    [Fact]
    public void Students_own_example_comes_out_as_published()
    {
        // R: t.test(extra ~ group, data = sleep, paired = TRUE): t = -4.0621, df = 9, p-value = 0.002833, -2.4598858 -0.7001142.
        var estimate = PairedEstimate.Of(_sleep);

        Assert.Equal(15.8, estimate.Mean, precision: 12);
        Assert.Equal(7.001142, estimate.Low, precision: 6);
        Assert.Equal(24.598858, estimate.High, precision: 6);
        Assert.Equal(0.002833, estimate.P, precision: 6);
    }

    [Fact]
    public void P_is_below_a_twentieth_where_and_only_where_the_interval_leaves_0_out()
    {
        var (inside, outside) = (0, 0);
        Gen.Int[-20, 30].Select(value => (double)value).Array[2, 12].Where(differences => !Sample.IsConstant(differences)).Sample(
            differences =>
            {
                var estimate = PairedEstimate.Of(differences);

                Assert.Equal(estimate.Low > 0 || estimate.High < 0, estimate.P < Confidence.Significance);
                _ = estimate.P < Confidence.Significance ? Interlocked.Increment(ref outside) : Interlocked.Increment(ref inside);
            },
            iter: 2000);
        Assert.True(inside > 100 && outside > 100);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.1, 2.0 / 1024)]
    [InlineData(-7, 2.0 / 1024)]
    public void Equal_differences_are_known_exactly(double value, double p)
    {
        // Ten times 0.1 do not add up to 1: the mean of equal values is not to be computed.
        double[] differences = [.. Enumerable.Repeat(value, 10)];

        Assert.Equal(new Estimate(value, value, value, p), PairedEstimate.Of(differences));
        Assert.Equal(0, Sample.Variance(differences));
    }

    [Theory]
    [InlineData(2, 0.5)]
    [InlineData(5, 0.0625)]
    [InlineData(6, 0.03125)]
    public void A_few_equal_differences_may_be_equal_by_chance(int count, double p) =>
        Assert.Equal(p, PairedEstimate.Of([.. Enumerable.Repeat(3.0, count)]).P);

    [Fact]
    public void Variance_loses_nothing_to_a_large_mean()
    {
        Assert.Equal(30, Sample.Variance([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]));
        Assert.Equal(1e15 + 2, Sample.Mean([1e15 + 1, 1e15 + 2, 1e15 + 3]));
    }

    [Fact]
    public void One_replication_says_nothing()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PairedEstimate.Of([1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Sample.Variance([1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Sample.Mean([]));
    }
}
