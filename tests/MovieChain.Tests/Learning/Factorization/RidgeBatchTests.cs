using MovieChain.Learning.Factorization;
using MovieChain.Randomness;

namespace MovieChain.Tests.Learning.Factorization;

public sealed class RidgeBatchTests
{
    private const float FirstPenalty = 3;
    private const float OtherPenalty = 0.5f;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(17)]
    [InlineData(40)]
    public void Each_lane_holds_the_solution_and_the_inverse_of_its_own_regression(int size)
    {
        var batch = new RidgeBatch(size);
        for (var lane = 0; lane < RidgeBatch.Lanes; lane++)
        {
            var (products, targets) = Regression(size, lane);
            batch.Set(lane, products, targets, FirstPenalty, OtherPenalty);
        }

        batch.Solve();
        batch.Invert();
        for (var lane = 0; lane < RidgeBatch.Lanes; lane++)
        {
            var (products, targets) = Regression(size, lane);
            var unknowns = new float[size];
            batch.CopyUnknowns(lane, unknowns);
            var layout = new PackedMoments(size + 1);
            var inverse = new float[layout.Length];
            batch.CopyInverse(lane, inverse, layout);
            var matrix = Square(products, size);
            for (var i = 0; i < size; i++)
            {
                var right = 0.0;
                for (var j = 0; j < size; j++)
                {
                    right += matrix[i, j] * unknowns[j];
                    var identity = 0.0;
                    for (var k = 0; k < size; k++)
                    {
                        identity += matrix[i, k] * inverse[layout.Place(Math.Min(k, j), Math.Max(k, j))];
                    }

                    Assert.Equal(i == j ? 1 : 0, identity, 2e-4);
                }

                Assert.Equal(targets[i], right, 1e-3);
            }
        }
    }

    [Fact]
    public void A_lane_does_not_depend_on_the_others()
    {
        const int size = 9;
        var (products, targets) = Regression(size, 5);
        var alone = new RidgeBatch(size);
        alone.Set(15, products, targets, FirstPenalty, OtherPenalty);
        alone.Solve();
        var together = new RidgeBatch(size);
        for (var lane = 0; lane < RidgeBatch.Lanes; lane++)
        {
            var (otherProducts, otherTargets) = Regression(size, lane);
            together.Set(lane, otherProducts, otherTargets, FirstPenalty, OtherPenalty);
        }

        together.Solve();
        var (expected, actual) = (new float[size], new float[size]);
        alone.CopyUnknowns(15, expected);
        together.CopyUnknowns(5, actual);
        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Products_are_summed_to_the_same_bits_whether_they_are_kept_or_found_anew()
    {
        var model = new FactorModel(rank: 11, rowCount: 0, columnCount: 30);
        var stream = new RandomStreams(1).For(StreamPurpose.Training);
        foreach (ref var factor in model.ColumnFactors.AsSpan())
        {
            factor = (float)Draws.Normal(ref stream);
        }

        var (kept, anew) = (new float[78], new float[78]);
        kept.AsSpan().Fill(1);
        anew.AsSpan().Fill(2);
        int[] columns = [3, 29, 0, 17, 3];
        new FeatureProducts(model, new Workers(1)).Sum(columns, kept);
        new FeatureProducts(model, new Workers(1), maxTableLength: 0).Sum(columns, anew);
        Assert.Equal(kept, anew);
        Assert.Equal(columns.Sum(column => model.Column(column)[1] * (double)model.Column(column)[2]), kept[13], 1e-4);
    }

    private static (float[] Products, float[] Targets) Regression(int size, int lane)
    {
        var stream = new RandomStreams(7).For(StreamPurpose.Training, lane);
        var products = new float[size * (size + 1) / 2];
        var targets = new float[size];
        for (var observation = 0; observation < lane * 4; observation++)
        {
            var features = new float[size];
            foreach (ref var feature in features.AsSpan())
            {
                feature = (float)Draws.Normal(ref stream);
            }

            var place = 0;
            for (var i = 0; i < size; i++)
            {
                targets[i] += features[i];
                for (var j = i; j < size; j++)
                {
                    products[place++] += features[i] * features[j];
                }
            }
        }

        return (products, targets);
    }

    private static double[,] Square(float[] products, int size)
    {
        var matrix = new double[size, size];
        var place = 0;
        for (var i = 0; i < size; i++)
        {
            for (var j = i; j < size; j++)
            {
                matrix[i, j] = matrix[j, i] = products[place++];
            }

            matrix[i, i] += i == 0 ? FirstPenalty : OtherPenalty;
        }

        return matrix;
    }
}
