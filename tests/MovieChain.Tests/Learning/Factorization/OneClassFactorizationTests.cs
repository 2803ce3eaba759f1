using CsCheck;
using MovieChain.Learning.Factorization;

namespace MovieChain.Tests.Learning.Factorization;

public sealed class OneClassFactorizationTests
{
    private const int Exact = OneClassFactorization.MaxExactRank;
    private const int Block = 16;

    private static readonly MatrixFactorizationOptions _options = MatrixFactorizationOptions.ForPositiveFeedback with
    {
        ApproximationRank = 5,
        NumberOfIterations = 3,
        NumberOfThreads = 1,
    };

    [Theory]
    [InlineData(1, 30)]
    [InlineData(5, 30)]
    [InlineData(5, 1100)]
    [InlineData(16, 30)]
    [InlineData(40, 30)]
    public void Members_are_the_weighted_least_squares_over_all_pairs_given_the_films(int rank, int films)
    {
        var pairs = Pairs(70, films, seed: 1);
        var model = OneClassFactorization.Fit(pairs, null, _options with { ApproximationRank = rank }, new Workers(1));
        for (var member = 0; member < pairs.RowCount; member++)
        {
            var expected = LeastSquares(model, pairs, member);
            var actual = model.Row(member)[1..^1];
            for (var i = 0; i < rank; i++)
            {
                Assert.Equal(expected[i], actual[i], 1e-4);
            }
        }
    }

    [Fact]
    public void The_loss_never_rises() =>
        Gen.Select(Gen.ULong, Gen.Int[2, 40], Gen.Int[2, 30], Gen.Int[1, 40], Gen.Double[0.01, 2], Gen.Double[0.01, 2]).Sample(
            (seed, rows, columns, rank, alpha, lambda) =>
            {
                var pairs = Pairs(rows, columns, seed);
                var options = _options with { ApproximationRank = rank, Alpha = alpha, Lambda = lambda };
                foreach (var blockLength in new[] { Block, Exact })
                {
                    var before = double.PositiveInfinity;
                    for (var iterations = 1; iterations <= 4; iterations++)
                    {
                        var loss = Loss(Fit(pairs, options with { NumberOfIterations = iterations }, blockLength), pairs, options);
                        Assert.True(loss <= before * (1 + 1e-6), $"{loss} after {iterations} iterations, {before} before");
                        before = loss;
                    }
                }
            },
            iter: 60,
            threads: 1);

    /// <summary>
    /// Two groups, each of which has seen all films of its own and no others. The loss has a closed solution: a group of m members and n films
    /// has one factor, whose singular value is σ = √(m n ÷ (w(member) w(film))) with the weights of the penalty, and the prediction within the
    /// group is (1 − λ ÷ σ) ÷ (1 + α), or 0 from λ = σ on. So a stronger penalty ends the factors one after the other.
    /// </summary>
    [Theory]
    [InlineData(0.02)]
    [InlineData(0.2)]
    [InlineData(0.38)]
    [InlineData(0.5)]
    [InlineData(0.7)]
    public void A_penalty_above_a_factors_singular_value_ends_the_factor(double lambda)
    {
        (int Members, int Films)[] groups = [(30, 20), (6, 5)];
        var entries = Enumerable.Range(0, 2).SelectMany(place =>
            from member in Enumerable.Range(0, groups[place].Members)
            from film in Enumerable.Range(0, groups[place].Films)
            select (Member: (place * 30) + member, Film: (place * 20) + film)).ToList();
        int[] members = [.. entries.Select(entry => entry.Member)];
        int[] films = [.. entries.Select(entry => entry.Film)];
        var pairs = SparseMatrix.FromEntries(36, 25, members, films, Enumerable.Repeat(1f, members.Length).ToArray());
        const double alpha = 0.3;

        var model = OneClassFactorization.Fit(
            pairs, null, _options with { ApproximationRank = 8, Lambda = lambda, Alpha = alpha, NumberOfIterations = 1000 }, new Workers(1));

        Assert.Equal(Expected(groups[0]), model.Score(0, 0), 1e-4);
        Assert.Equal(Expected(groups[1]), model.Score(30, 20), 1e-4);

        double Expected((int Members, int Films) group)
        {
            var weights = (group.Films + (alpha * 25)) * (group.Members + (alpha * 36));
            var singularValue = Math.Sqrt(group.Members * group.Films / weights);
            return Math.Max(0, 1 - (lambda / singularValue)) / (1 + alpha);
        }
    }

    [Fact]
    public void Blocks_come_to_the_same_loss_as_the_exact_solution()
    {
        var pairs = Pairs(150, 60, seed: 2);
        var options = _options with { ApproximationRank = 48 };
        Assert.InRange(BlocksOverExact(iterations: 1), 1.01, 2);
        Assert.InRange(BlocksOverExact(iterations: 40), 0.999, 1.001);

        double BlocksOverExact(int iterations)
        {
            var finite = options with { NumberOfIterations = iterations };
            return Loss(Fit(pairs, finite, Block), pairs, finite) / Loss(Fit(pairs, finite, Exact), pairs, finite);
        }
    }

    [Fact]
    public void Large_ranks_are_solved_in_blocks()
    {
        var pairs = Pairs(20, 15, seed: 3);
        var options = _options with { ApproximationRank = Exact + 1 };
        Assert.NotEqual(Fit(pairs, options, 2 * Exact).RowFactors, OneClassFactorization.Fit(pairs, null, options, new Workers(1)).RowFactors);
    }

    [Theory]
    [InlineData(Exact)]
    [InlineData(Block)]
    public void The_model_is_the_same_to_the_bit_for_any_number_of_threads(int blockLength)
    {
        var pairs = Pairs(3000, 50, seed: 4);
        var options = _options with { ApproximationRank = 20, NumberOfIterations = 2 };
        var one = Fit(pairs, options, blockLength);
        foreach (var threads in new[] { 2, 3 })
        {
            var other = Fit(pairs, options, blockLength, threads);
            Assert.Equal(one.RowFactors, other.RowFactors);
            Assert.Equal(one.ColumnFactors, other.ColumnFactors);
        }
    }

    [Fact]
    public void The_model_depends_neither_on_the_order_of_the_pairs_nor_on_repetitions_nor_on_labels_that_are_not_above_0()
    {
        var plain = SparseMatrix.FromEntries(3, 4, [0, 0, 1, 2, 2], [1, 2, 3, 0, 1], [1, 1, 1, 1, 1]);
        var other = SparseMatrix.FromEntries(3, 4, [2, 2, 0, 0, 1, 0, 1, 1], [1, 0, 2, 1, 3, 2, 0, 2], [1, 5, 0.5f, 1, 2, 3, 0, -1]);
        Assert.Equal(Fit(plain, _options, Exact).RowFactors, Fit(other, _options, Exact).RowFactors);
    }

    [Fact]
    public void What_was_never_observed_has_no_prediction_and_no_part_in_those_of_others()
    {
        var model = Fit(SparseMatrix.FromEntries(3, 3, [0, 0, 2, 1], [0, 1, 1, 1], [1, 1, 1, 0]), _options, Exact);
        Assert.True(float.IsNaN(model.Score(1, 0)));
        Assert.True(float.IsNaN(model.Score(0, 2)));
        Assert.True(float.IsFinite(model.Score(2, 0)));
        Assert.Equal(0, model.Column(2).ToArray().Sum(Math.Abs));
    }

    [Fact]
    public void Members_who_liked_the_same_films_as_others_are_predicted_to_like_what_those_like()
    {
        // Two groups of films, each liked by one half of the members, of whom each leaves one film out.
        var members = Enumerable.Range(0, 40).ToArray();
        var pairs = members.SelectMany(member => Enumerable.Range(0, 5).Where(film => film != member / 2 % 5).Select(film => (member, film: film + (5 * (member % 2)))))
            .ToArray();
        var observed = SparseMatrix.FromEntries(
            40, 10, [.. pairs.Select(pair => pair.member)], [.. pairs.Select(pair => pair.film)], [.. pairs.Select(_ => 1f)]);
        var model = Fit(observed, _options with { ApproximationRank = 2, NumberOfIterations = 10 }, Exact);
        foreach (var member in members)
        {
            Assert.True(model.Score(member, (member / 2 % 5) + (5 * (member % 2))) > 0.5f);
            Assert.True(model.Score(member, 5 * (1 - (member % 2))) < 0.1f);
        }
    }

    [Fact]
    public void A_warm_start_goes_on_where_the_other_ended()
    {
        var pairs = Pairs(60, 25, seed: 5);
        var two = Fit(pairs, _options with { NumberOfIterations = 2 }, Exact);
        var three = OneClassFactorization.Fit(pairs, two, _options with { NumberOfIterations = 1 }, new Workers(1));
        Assert.Equal(Fit(pairs, _options, Exact).RowFactors, three.RowFactors);
    }

    [Fact]
    public void Another_seed_starts_elsewhere()
    {
        var pairs = Pairs(30, 20, seed: 6);
        Assert.NotEqual(Fit(pairs, _options, Exact).RowFactors, Fit(pairs, _options with { Seed = 2 }, Exact).RowFactors);
    }

    [Fact]
    public void Labels_none_of_which_is_above_0_are_refused() =>
        Assert.Throws<ArgumentException>(() => Fit(SparseMatrix.FromEntries(2, 2, [0, 1], [0, 1], [0, -1]), _options, Exact));

    private static FactorModel Fit(SparseMatrix pairs, MatrixFactorizationOptions options, int blockLength, int threads = 1) =>
        OneClassFactorization.Fit(pairs, null, options, blockLength, new Workers(threads));

    /// <summary>Pairs that follow tastes of low rank; the first of them is always there.</summary>
    private static SparseMatrix Pairs(int rows, int columns, ulong seed)
    {
        var (_, truth) = Draws.LowRank(rows, columns, rank: 3, observed: 0, seed);
        var pairs = Enumerable.Range(0, rows * columns).Where(i => i == 0 || truth[i / columns, i % columns] > 1.5).ToArray();
        return SparseMatrix.FromEntries(
            rows, columns, [.. pairs.Select(i => i / columns)], [.. pairs.Select(i => i % columns)], [.. pairs.Select(_ => 1f)]);
    }

    /// <summary>The factors of a member that make the loss least, with every pair of it taken one by one.</summary>
    private static double[] LeastSquares(FactorModel model, SparseMatrix pairs, int member)
    {
        var solution = new double[model.Rank];
        var liked = pairs.Columns[pairs.RowStarts[member]..pairs.RowStarts[member + 1]];
        if (liked.Length == 0)
        {
            return solution;
        }

        var matrix = new double[model.Rank * model.Rank];
        for (var film = 0; film < pairs.ColumnCount; film++)
        {
            var factors = model.Column(film)[1..^1];
            var weight = _options.Alpha + (liked.Contains(film) ? 1 : 0);
            for (var i = 0; i < model.Rank; i++)
            {
                solution[i] += liked.Contains(film) ? factors[i] : 0;
                for (var j = 0; j <= i; j++)
                {
                    matrix[(i * model.Rank) + j] += weight * factors[i] * factors[j];
                }
            }
        }

        for (var i = 0; i < model.Rank; i++)
        {
            matrix[(i * model.Rank) + i] += _options.Lambda * (liked.Length + (_options.Alpha * pairs.ColumnCount));
        }

        Cholesky.Factorize(matrix, model.Rank);
        Cholesky.Solve(matrix, solution);
        return solution;
    }

    private static double Loss(FactorModel model, SparseMatrix pairs, MatrixFactorizationOptions options)
    {
        var films = pairs.Transpose();
        var loss = 0.0;
        for (var member = 0; member < pairs.RowCount; member++)
        {
            var liked = pairs.Columns[pairs.RowStarts[member]..pairs.RowStarts[member + 1]];
            loss += options.Lambda * (liked.Length + (options.Alpha * pairs.ColumnCount)) * SquaredLength(model.Row(member)[1..^1]);
            for (var film = 0; film < pairs.ColumnCount; film++)
            {
                var score = Dot(model.Row(member)[1..^1], model.Column(film)[1..^1]);
                loss += (options.Alpha * score * score) + (liked.Contains(film) ? (1 - score) * (1 - score) : 0);
            }
        }

        for (var film = 0; film < pairs.ColumnCount; film++)
        {
            var count = films.RowStarts[film + 1] - films.RowStarts[film];
            loss += options.Lambda * (count + (options.Alpha * pairs.RowCount)) * SquaredLength(model.Column(film)[1..^1]);
        }

        return loss;
    }

    private static double SquaredLength(ReadOnlySpan<float> values) => Dot(values, values);

    private static double Dot(ReadOnlySpan<float> first, ReadOnlySpan<float> second)
    {
        var sum = 0.0;
        for (var i = 0; i < first.Length; i++)
        {
            sum += first[i] * (double)second[i];
        }

        return sum;
    }
}
