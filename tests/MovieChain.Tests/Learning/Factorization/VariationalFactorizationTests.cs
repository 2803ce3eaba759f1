using MovieChain.Learning.Factorization;
using MovieChain.Randomness;

namespace MovieChain.Tests.Learning.Factorization;

public sealed class VariationalFactorizationTests
{
    private const int Columns = 80;

    [Fact]
    public void A_matrix_of_low_rank_is_found_from_a_third_of_its_entries()
    {
        var (observed, truth) = Draws.LowRank(400, Columns, rank: 3, observed: 0.33, seed: 1);
        var model = Fit(observed, rank: 8, lambda: 0.05f, iterations: 30);
        Assert.InRange(Rmse(model, truth), 0, 0.3);
    }

    [Fact]
    public void Where_there_is_only_noise_besides_biases_the_factors_stay_small()
    {
        var stream = new RandomStreams(2).For(StreamPurpose.Training);
        var (rows, columns, labels) = (new List<int>(), new List<int>(), new List<float>());
        for (var i = 0; i < 4000; i++)
        {
            rows.Add((int)(stream.NextDouble() * 200));
            columns.Add((int)(stream.NextDouble() * Columns));
            labels.Add((float)(3 + (0.1 * rows[^1] / 200) + Draws.Normal(ref stream)));
        }

        var model = Fit(SparseMatrix.FromEntries(200, Columns, [.. rows], [.. columns], [.. labels]), rank: 16, lambda: 0.7f, iterations: 20);
        double sum = 0;
        for (var row = 0; row < 200; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                var latent = model.Score(row, column) - model.Row(row)[0] - model.Column(column)[^1];
                sum += latent * latent;
            }
        }

        Assert.InRange(Math.Sqrt(sum / 200 / Columns), 0, 0.35);
    }

    [Fact]
    public void A_little_noise_is_no_reason_for_the_first_turn_to_overshoot()
    {
        // Members with many entries: what the films' start already explains must count from the first step on.
        var (observed, truth) = Draws.LowRank(400, Columns, rank: 3, observed: 0.8, seed: 8);
        var model = Fit(observed, rank: 64, lambda: 0.0001f, iterations: 10);
        Assert.InRange(Rmse(model, truth), 0, 1);
    }

    [Fact]
    public void Turns_at_a_row_end_at_the_ridge_regression_on_its_columns()
    {
        const int rank = 4;
        const float noise = 0.6f;
        var (observed, _) = Draws.LowRank(1, 21, rank, observed: 1, seed: 3);
        var rows = new FactorSide(observed, [.. Enumerable.Range(0, observed.EntryCount)], rank + 1) { BiasVariance = 0.2f, FactorVariance = 0.7f };
        var transpose = observed.Transpose();
        var columns = new FactorSide(transpose, observed.TransposedPlaces(transpose), rank + 1);
        var stream = new RandomStreams(4).For(StreamPurpose.Training);
        for (var column = 0; column < columns.Count; column++)
        {
            for (var factor = 1; factor <= rank; factor++)
            {
                columns.Means(column)[factor] = (float)Draws.Normal(ref stream);
                columns.Variances(column)[factor] = (float)stream.NextDouble();
                var mean = columns.Means(column)[factor];
                columns.Squares(column)[factor] = (mean * mean) + columns.Variances(column)[factor];
            }
        }

        for (var factor = 0; factor <= rank; factor++)
        {
            rows.PriorMeans(0)[factor] = factor - 2;
        }

        var residuals = observed.Labels.ToArray();
        rows.AddUp(columns, new Workers(1));
        var ascent = new CoordinateAscent();
        for (var turn = 0; turn < 200; turn++)
        {
            ascent.Solve(rows, columns, 0, noise, residuals);
        }

        var solution = RidgeRegression(observed, rows, columns, noise);
        for (var factor = 0; factor <= rank; factor++)
        {
            Assert.Equal(solution[factor], rows.Means(0)[factor], 1e-4);
        }

        for (var column = 0; column < columns.Count; column++)
        {
            var predicted = rows.Means(0)[0];
            for (var factor = 1; factor <= rank; factor++)
            {
                predicted += rows.Means(0)[factor] * columns.Means(column)[factor];
            }

            Assert.Equal(observed.Labels[column] - predicted, residuals[column], 1e-4);
        }
    }

    [Fact]
    public void What_a_row_has_entries_in_tells_of_its_factors()
    {
        // Rows of two kinds: one sees the even columns and likes them, the other the odd ones and dislikes them.
        var (rows, columns, labels) = (new List<int>(), new List<int>(), new List<float>());
        var stream = new RandomStreams(5).For(StreamPurpose.Training);
        for (var row = 0; row < 300; row++)
        {
            for (var column = row % 2; column < Columns; column += 2)
            {
                if (stream.NextDouble() < 0.3)
                {
                    rows.Add(row);
                    columns.Add(column);
                    labels.Add(row % 2 == 0 ? 1 : -1);
                }
            }
        }

        var observed = SparseMatrix.FromEntries(300, Columns, [.. rows], [.. columns], [.. labels]);
        var side = new FactorSide(observed, [.. Enumerable.Range(0, observed.EntryCount)], 2) { BiasVariance = 1, FactorVariance = 1 };
        var transpose = observed.Transpose();
        var other = new FactorSide(transpose, observed.TransposedPlaces(transpose), 2) { BiasVariance = 0.01f, FactorVariance = 0.01f };
        for (var column = 0; column < Columns; column++)
        {
            other.Means(column)[1] = column % 2 == 0 ? 1 : -1;
        }

        for (var row = 0; row < 300; row++)
        {
            side.Means(row)[1] = row % 2 == 0 ? 2 : -2;
        }

        side.AddUp(other, new Workers(1));
        PriorRegression.SetPriorMeans(side, other, new Workers(1));
        for (var row = 0; row < 300; row++)
        {
            Assert.InRange(row % 2 == 0 ? side.PriorMeans(row)[1] : -side.PriorMeans(row)[1], 0.8, 2.6);
            Assert.Equal(0, side.PriorMeans(row)[0], 0.1);
        }
    }

    [Fact]
    public void The_model_is_the_same_to_the_bit_for_any_number_of_threads()
    {
        var (observed, _) = Draws.LowRank(700, Columns, rank: 4, observed: 0.2, seed: 6);
        var one = Fit(observed, rank: 33, iterations: 4);
        foreach (var threads in new[] { 2, 5 })
        {
            var other = Fit(observed, rank: 33, iterations: 4, threads: threads);
            Assert.Equal(one.RowFactors, other.RowFactors);
            Assert.Equal(one.ColumnFactors, other.ColumnFactors);
        }
    }

    [Fact]
    public void A_row_or_column_without_entries_scores_NaN()
    {
        var observed = SparseMatrix.FromEntries(3, 3, [0, 0, 2], [0, 1, 1], [4, 2, 3]);
        var model = Fit(observed, rank: 2);
        Assert.True(float.IsNaN(model.Score(1, 1)));
        Assert.True(float.IsNaN(model.Score(0, 2)));
        Assert.True(float.IsFinite(model.Score(2, 0)));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(1000)]
    [InlineData(0.001f)]
    [InlineData(1e-9f)]
    public void Labels_in_other_units_give_the_same_model_in_these_units(float unit)
    {
        var (observed, _) = Draws.LowRank(200, Columns, rank: 3, observed: 0.3, seed: 7);
        var scaled = observed with { Labels = Array.ConvertAll(observed.Labels, label => unit * label) };
        var (model, other) = (Fit(observed, rank: 5, iterations: 40), Fit(scaled, rank: 5, iterations: 40));
        for (var column = 0; column < Columns; column++)
        {
            Assert.Equal(model.Score(3, column), other.Score(3, column) / unit, 0.01);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    public void Labels_that_are_all_the_same_are_predicted_whatever_the_shape(float label)
    {
        foreach (var (rows, columns) in ((int, int)[])[(1, 1), (1, 9), (9, 1), (20, 30)])
        {
            var observed = SparseMatrix.FromEntries(
                rows,
                columns,
                [.. Enumerable.Range(0, rows * columns).Select(i => i / columns)],
                [.. Enumerable.Range(0, rows * columns).Select(i => i % columns)],
                [.. Enumerable.Repeat(label, rows * columns)]);
            Assert.Equal(label, Fit(observed, rank: 256, lambda: 0.0001f, iterations: 3).Score(0, 0), 0.001);
        }
    }

    private static FactorModel Fit(SparseMatrix observed, int rank, float lambda = 0.6f, int iterations = 12, int threads = 1)
    {
        var start = new FactorModel(rank, rowCount: 0, observed.ColumnCount);
        var stream = new RandomStreams(1).For(StreamPurpose.Training);
        var spread = MathF.Sqrt(MathF.Sqrt(observed.LabelVariance())) / 2;
        foreach (ref var factor in start.ColumnFactors.AsSpan())
        {
            factor = (float)(stream.NextDouble() - 0.5) * spread;
        }

        return VariationalFactorization.Fit(observed, start, lambda, iterations, new Workers(threads));
    }

    private static double Rmse(FactorModel model, double[,] truth)
    {
        double sum = 0;
        for (var row = 0; row < truth.GetLength(0); row++)
        {
            for (var column = 0; column < truth.GetLength(1); column++)
            {
                var error = model.Score(row, column) - truth[row, column];
                sum += error * error;
            }
        }

        return Math.Sqrt(sum / truth.Length);
    }

    /// <summary>The exact posterior mean of the only row, in double precision.</summary>
    private static double[] RidgeRegression(SparseMatrix observed, FactorSide rows, FactorSide columns, float noise)
    {
        var width = rows.Width;
        var matrix = new double[width * width];
        var solution = new double[width];
        for (var entry = 0; entry < observed.EntryCount; entry++)
        {
            var column = observed.Columns[entry];
            var features = columns.Means(column).ToArray().Select(mean => (double)mean).ToArray();
            features[0] = 1;
            for (var i = 0; i < width; i++)
            {
                for (var j = 0; j < width; j++)
                {
                    matrix[(i * width) + j] += features[i] * features[j];
                }

                matrix[(i * width) + i] += columns.Variances(column)[i];
                solution[i] += features[i] * observed.Labels[entry];
            }
        }

        for (var i = 0; i < width; i++)
        {
            matrix[(i * width) + i] += noise / rows.PriorVariance(i);
            solution[i] += noise / rows.PriorVariance(i) * rows.PriorMeans(0)[i];
        }

        Cholesky.Factorize(matrix, width);
        Cholesky.Solve(matrix, solution);
        return solution;
    }
}
