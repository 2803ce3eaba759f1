using CsCheck;
using MovieChain.Experiments.Statistics;

namespace MovieChain.Tests.Experiments.Statistics;

public sealed class HolmTests
{
    private static readonly Gen<double[]> _values = Gen.OneOf(Gen.Double[0, 1], Gen.Int[0, 20].Select(value => value / 20.0)).Array[1, 9];

    [Fact]
    public void Known_values_come_out_as_R_adjusts_them()
    {
        // p.adjust(c(0.01, 0.02, 0.03, 0.04, 0.05), "holm"), and the same in another order with one beyond.
        AssertEqual([0.05, 0.08, 0.09, 0.09, 0.09], Holm.Adjust([0.01, 0.02, 0.03, 0.04, 0.05]));
        AssertEqual([1, 0.06, 0.8, 1, 0.06], Holm.Adjust([0.6, 0.015, 0.2 + (0.2 / 3), 0.7, 0.012]));
        AssertEqual([0.3], Holm.Adjust([0.3]));
        AssertEqual([], Holm.Adjust([]));
    }

    [Fact]
    public void Rejecting_by_adjusted_p_is_Holms_procedure() => Gen.Select(_values, Gen.Double[0, 0.999]).Sample((values, level) =>
    {
        var rejected = new bool[values.Length];
        var steps = Enumerable.Range(0, values.Length).OrderBy(place => values[place]).ToList();
        for (var step = 0; step < steps.Count && (steps.Count - step) * values[steps[step]] <= level; step++)
        {
            rejected[steps[step]] = true;
        }

        Assert.Equal(rejected, Holm.Adjust(values).Select(p => p <= level));
    });

    [Fact]
    public void Adjusting_never_lowers_a_p_never_passes_1_and_keeps_their_order() => _values.Sample(values =>
    {
        var adjusted = Holm.Adjust(values);

        for (var one = 0; one < values.Length; one++)
        {
            Assert.InRange(adjusted[one], values[one], 1);
            for (var other = 0; other < values.Length; other++)
            {
                Assert.True(values[one] > values[other] || adjusted[one] <= adjusted[other]);
            }
        }
    });

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void What_is_no_probability_is_refused(double value) => Assert.Throws<ArgumentOutOfRangeException>(() => Holm.Adjust([0.5, value]));

    private static void AssertEqual(double[] expected, IReadOnlyList<double> adjusted)
    {
        Assert.Equal(expected.Length, adjusted.Count);
        Assert.All(expected.Zip(adjusted), pair => Assert.Equal(pair.First, pair.Second, precision: 12));
    }
}
