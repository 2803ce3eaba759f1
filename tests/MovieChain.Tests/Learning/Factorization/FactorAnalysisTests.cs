using MovieChain.Learning.Factorization;

namespace MovieChain.Tests.Learning.Factorization;

public sealed class FactorAnalysisTests
{
    private const int Columns = 60;

    [Fact]
    public void A_matrix_of_low_rank_is_found_from_a_third_of_its_entries()
    {
        var (observed, truth) = Draws.LowRank(400, Columns, rank: 3, observed: 0.33, seed: 1);
        var model = Fit(observed, rank: 3);
        Assert.InRange(Rmse(model, truth), 0, 0.25);
    }

    [Fact]
    public void The_noise_is_found_too()
    {
        var (observed, _) = Draws.LowRank(1000, Columns, rank: 2, observed: 0.4, seed: 2);
        Assert.InRange(MathF.Sqrt(Fit(observed, rank: 2).NoiseVariance), 0.28f, 0.32f);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void More_rows_never_make_it_worse_though_the_rank_is_too_high(ulong seed)
    {
        var few = Draws.LowRank(60, Columns, rank: 2, observed: 0.15, seed);
        var many = Draws.LowRank(2000, Columns, rank: 2, observed: 0.15, seed);
        var ofFew = Rmse(Fit(few.Observed, rank: 8), few.Truth);
        var ofMany = Rmse(Fit(many.Observed, rank: 8), many.Truth);
        Assert.True(ofMany < 0.8 * ofFew, $"{ofMany} from many rows, {ofFew} from few");
    }

    [Fact]
    public void The_model_is_the_same_to_the_bit_for_any_number_of_threads()
    {
        var (observed, _) = Draws.LowRank(5000, Columns, rank: 4, observed: 0.2, seed: 6);
        var one = Fit(observed, rank: 8);
        foreach (var threads in new[] { 2, 5 })
        {
            var other = Fit(observed, rank: 8, threads);
            Assert.Equal(one.RowFactors, other.RowFactors);
            Assert.Equal(one.ColumnFactors, other.ColumnFactors);
            Assert.Equal(one.NoiseVariance, other.NoiseVariance);
        }
    }

    [Fact]
    public void Rescaling_gives_unit_covariance_and_leaves_every_prediction()
    {
        var layout = new PackedMoments(5);
        var statistics = new RowStatistics(layout.Length);
        var stream = new MovieChain.Randomness.RandomStreams(7).For(MovieChain.Randomness.StreamPurpose.Training);
        var rows = new List<double[]>();
        for (var i = 0; i < 50; i++)
        {
            var row = new double[] { Draws.Normal(ref stream), 2 + Draws.Normal(ref stream), (3 * Draws.Normal(ref stream)) - 1, Draws.Normal(ref stream), 1 };
            row[3] += 0.5 * row[2];
            rows.Add(row);
            var moments = new float[layout.Length];
            layout.CovarianceToMoments(moments, 0, [.. row.Select(value => (float)value)]);
            statistics.Add(moments, 0);
        }

        var rescaling = new Rescaling(statistics, layout);
        double[] solution = [0.3, -0.7, 0.2, 0.9];
        var factors = new float[5];
        rescaling.Apply(solution, factors);

        // Every prediction is b + u·v + c before; afterwards the rescaled column predicts the same variance about the same mean.
        var predictions = rows.Select(row => row[0] + (row[1] * 0.3) - (row[2] * 0.7) + (row[3] * 0.2) + 0.9).ToList();
        var withoutBias = rows.Select(row => (row[1] * 0.3) - (row[2] * 0.7) + (row[3] * 0.2)).ToList();
        Assert.Equal(predictions.Average(), factors[4], 1e-4);
        Assert.Equal(Variance(withoutBias), (factors[1] * factors[1]) + (factors[2] * factors[2]) + (factors[3] * factors[3]), 1e-3);
        Assert.Equal(1, factors[0]);
    }

    [Fact]
    public void What_was_never_observed_has_no_prediction()
    {
        var observed = SparseMatrix.FromEntries(3, 3, [0, 0, 2], [0, 1, 1], [1, 0, 1]);
        var model = Fit(observed, rank: 2);
        Assert.True(float.IsNaN(model.Score(1, 0)));
        Assert.True(float.IsNaN(model.Score(0, 2)));
        Assert.True(float.IsFinite(model.Score(2, 0)));
    }

    private static double Variance(List<double> values)
    {
        var mean = values.Average();
        return values.Average(value => (value - mean) * (value - mean));
    }

    private static FactorModel Fit(SparseMatrix observed, int rank, int threads = 1)
    {
        var stream = new MovieChain.Randomness.RandomStreams(8).For(MovieChain.Randomness.StreamPurpose.Training);
        var start = new FactorModel(rank, 0, observed.ColumnCount) { NoiseVariance = 1, RowBiasVariance = 0.1f };
        for (var column = 0; column < observed.ColumnCount; column++)
        {
            var factors = start.Column(column);
            factors[0] = 1;
            foreach (ref var factor in factors[1..^1])
            {
                factor = (float)Draws.Normal(ref stream) * 0.3f;
            }
        }

        return FactorAnalysis.Fit(observed, start, lambda: 1, iterations: 20, new Workers(threads));
    }

    private static double Rmse(FactorModel model, double[,] truth)
    {
        var (sum, count) = (0.0, 0);
        for (var row = 0; row < model.RowCount; row++)
        {
            for (var column = 0; column < model.ColumnCount; column++)
            {
                var score = model.Score(row, column);
                if (float.IsFinite(score))
                {
                    sum += (score - truth[row, column]) * (score - truth[row, column]);
                    count++;
                }
            }
        }

        return Math.Sqrt(sum / count);
    }
}
