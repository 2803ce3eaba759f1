using CsCheck;
using MovieChain.Experiments.Statistics;

namespace MovieChain.Tests.Experiments.Statistics;

public sealed class StudentTTests
{
    [Theory]
    [InlineData(1, 12.706)]
    [InlineData(2, 4.303)]
    [InlineData(5, 2.571)]
    [InlineData(9, 2.262)]
    [InlineData(19, 2.093)]
    [InlineData(29, 2.045)]
    [InlineData(99, 1.984)]
    public void Quantiles_are_those_of_the_published_table(int freedom, double quantile) =>
        Assert.Equal(quantile, StudentT.Quantile(freedom), precision: 3);

    [Fact]
    public void Quantiles_are_right_to_ten_digits_where_a_closed_form_is_known()
    {
        Assert.Equal(Math.Tan(0.475 * Math.PI), StudentT.Quantile(1), precision: 9);
        Assert.Equal(0.95 * Math.Sqrt(2 / (1 - (0.95 * 0.95))), StudentT.Quantile(2), precision: 9);
        // With many degrees of freedom by two terms of the series around the normal quantile z: z + (z³ + z) ÷ 4n.
        Assert.Equal(1.959963984540054 + (9.489129 / 4e6), StudentT.Quantile(1_000_000), precision: 9);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(-1)]
    [InlineData(3)]
    [InlineData(-40)]
    public void P_is_that_of_the_closed_form_for_one_and_two_degrees_of_freedom(double t)
    {
        Assert.Equal(1 - (2 / Math.PI * Math.Atan(Math.Abs(t))), StudentT.P(t, 1), precision: 12);
        Assert.Equal(1 - (Math.Abs(t) / Math.Sqrt(2 + (t * t))), StudentT.P(t, 2), precision: 12);
    }

    [Theory]
    [InlineData(0, 7, 1)]
    [InlineData(2.262, 9, 0.05)]
    [InlineData(-2.262, 9, 0.05)]
    [InlineData(2.756, 29, 0.01)]
    [InlineData(3.659, 29, 0.001)]
    [InlineData(double.PositiveInfinity, 4, 0)]
    public void P_is_that_of_the_published_table(double t, int freedom, double p) => Assert.Equal(p, StudentT.P(t, freedom), precision: 4);

    [Fact]
    public void The_replications_asked_for_are_the_fewest_that_are_enough()
    {
        Gen.Select(Gen.Double[0.5, 200], Gen.Double[0.5, 20]).Sample(
            (deviation, halfWidth) =>
            {
                var count = StudentT.ReplicationsFor(deviation, halfWidth)!.Value;

                Assert.True(HalfWidth(deviation, count) <= halfWidth);
                Assert.True(count == 2 || HalfWidth(deviation, count - 1) > halfWidth);
            },
            iter: 100);
    }

    [Theory]
    [InlineData(10, 1000, 2)]
    [InlineData(0, 0, 2)]
    [InlineData(1, 0.5, 18)]
    [InlineData(1, 0.00196, 1_000_000)]
    public void Known_numbers_of_replications_are_found(double deviation, double halfWidth, int count) =>
        Assert.Equal(count, StudentT.ReplicationsFor(deviation, halfWidth)!.Value, tolerance: count / 1000.0);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 0.00195)]
    [InlineData(1e300, 1)]
    public void More_than_a_million_replications_are_not_named(double deviation, double halfWidth) =>
        Assert.Null(StudentT.ReplicationsFor(deviation, halfWidth));

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.Quantile(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.P(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.ReplicationsFor(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.ReplicationsFor(1, -1));
    }

    private static double HalfWidth(double deviation, int count) => StudentT.Quantile(count - 1) * deviation / Math.Sqrt(count);
}
