using MovieChain.Learning.Factorization;
using MovieChain.Learning.Traits;

namespace MovieChain.Tests.Learning.Traits;

public sealed class TastePriorTests
{
    private const int Width = TasteModel.Width;
    private static readonly PackedMoments _layout = new(Width + 1);

    [Fact]
    public void The_prior_takes_over_the_mean_and_covariance_of_the_members()
    {
        // Two kinds of members in equal numbers, at +1 and +3 in the second weight, with no doubt left.
        var fitted = TastePrior.Initial.Fit(Members(10_000, 1, 3), _layout);
        var unit = new double[Width];
        unit[1] = 1;
        Assert.Equal(2, fitted.Score(unit), tolerance: 1e-5);
        Assert.Equal(1, Variance(fitted, unit), tolerance: 2e-3);
        unit[1] = 0;
        unit[2] = 1;
        Assert.Equal(0, fitted.Score(unit), tolerance: 1e-5);
        Assert.Equal(0, Variance(fitted, unit), tolerance: 2e-3);
    }

    [Fact]
    public void A_few_members_do_not_make_a_population()
    {
        var unit = new double[Width];
        unit[2] = 1;
        Assert.True(Variance(TastePrior.Initial.Fit(Members(2, 1, 3), _layout), unit) > 0.5);
    }

    [Fact]
    public void Weights_mean_the_same_in_other_coordinates()
    {
        var other = TastePrior.Initial.Fit(Members(10, 1, 3), _layout);
        var weights = Enumerable.Range(0, Width).Select(i => (i % 5) - 1.5f).ToArray();
        var converted = new float[Width];
        other.Convert(weights, TastePrior.Initial, converted);
        Assert.NotEqual(weights, converted);
        for (var trait = 0; trait < Width; trait++)
        {
            var unit = new double[Width];
            unit[trait] = 1;
            Assert.Equal(Score(TastePrior.Initial, weights, unit), Score(other, converted, unit), tolerance: 1e-5);
        }
    }

    private static double Variance(TastePrior prior, double[] traits) => Enumerable.Range(0, Width).Sum(i => prior.Factor(traits, i) * prior.Factor(traits, i));

    private static double Score(TastePrior prior, float[] weights, double[] traits) =>
        prior.Score(traits) + Enumerable.Range(0, Width).Sum(i => weights[i] * prior.Factor(traits, i));

    private static RowStatistics Members(int count, params float[] values)
    {
        var members = new RowStatistics(_layout.Length);
        for (var member = 0; member < count; member++)
        {
            var moments = new float[_layout.Length];
            var means = new float[Width + 1];
            means[1] = values[member % values.Length];
            means[^1] = 1;
            _layout.CovarianceToMoments(moments, noise: 1, means);
            members.Add(moments, squaredErrors: 0);
        }

        return members;
    }
}
