using Microsoft.ML;
using Microsoft.ML.Data;
using MovieChain.Learning;
using MovieChain.Learning.Factorization;

namespace MovieChain.Tests.Learning.Factorization;

/// <summary>The estimator with <see cref="FactorizationLoss.SquareLossOneClass"/>.</summary>
public sealed class OneClassEstimatorTests
{
    private static readonly MatrixFactorizationOptions _options =
        MatrixFactorizationOptions.ForPositiveFeedback with { ApproximationRank = 2, NumberOfIterations = 4 };

    private readonly MLContext _context = new(seed: 0);

    [Fact]
    public void The_loss_function_decides_what_is_fitted()
    {
        var data = View([1, 1, 2, 2], [1, 2, 2, 3], [1, 0, 1, 1]);
        var oneClass = Fit(_options, data);
        Assert.Equal(FactorizationLoss.SquareLossOneClass, oneClass.Loss);
        Assert.NotEqual(Fit(MatrixFactorizationOptions.ForRatings with { ApproximationRank = 2 }, data).Factors.ColumnFactors, oneClass.Factors.ColumnFactors);
        Assert.True(oneClass.Factors.Score(0, 0) > oneClass.Factors.Score(0, 2));
    }

    [Fact]
    public void A_pair_with_an_unseen_member_or_film_scores_NaN()
    {
        // Film 4 is only known from a label that is not above 0.
        var transformer = Fit(_options, View([1, 1, 2, 2], [1, 2, 1, 4], [1, 1, 1, 0]));
        var scores = transformer.Transform(View([3, 1, 1, 1], [1, 3, 4, 1], [0, 0, 0, 0])).GetColumn<float>("Score").ToArray();
        Assert.Equal([true, true, true, false], scores.Select(float.IsNaN));
    }

    [Fact]
    public void A_model_that_is_saved_and_loaded_scores_the_same()
    {
        var data = View([1, 1, 2, 3, 3], [1, 2, 3, 1, 4], [1, 1, 1, 1, 1]);
        var transformer = Fit(_options, data);
        using var stream = new MemoryStream();
        _context.Model.Save(transformer, data.Schema, stream);
        stream.Position = 0;
        var reader = new MLContext();
        reader.ComponentCatalog.RegisterAssembly(typeof(MatrixFactorizationEstimator).Assembly);
        var scores = reader.Model.Load(stream, out _).Transform(data).GetColumn<float>("Score").ToArray();
        Assert.Equal([Score(1, 1), Score(1, 2), Score(2, 3), Score(3, 1), Score(3, 4)], scores);

        float Score(int member, int film) => transformer.Factors.Score(member - 1, film - 1);
    }

    [Fact]
    public void A_warm_start_is_taken_and_one_of_another_loss_is_refused()
    {
        var data = View([1, 1, 2, 3, 3], [1, 2, 3, 1, 4], [1, 1, 1, 1, 1]);
        var warm = Fit(_options, data);
        var warmer = new MatrixFactorizationEstimator(_context, _options with { NumberOfIterations = 1 }).Fit(data, warm, CancellationToken.None);
        Assert.Equal(Fit(_options with { NumberOfIterations = 5 }, data).Factors.RowFactors, warmer.Factors.RowFactors);

        var ratings = new MatrixFactorizationEstimator(_context, MatrixFactorizationOptions.ForRatings with { ApproximationRank = 2 });
        var refused = Assert.Throws<ArgumentException>(() => ratings.Fit(data, warm, CancellationToken.None));
        Assert.Contains("another loss", refused.Message, StringComparison.Ordinal);
    }

    private static ColumnarDataView View(uint[] memberKeys, uint[] filmKeys, float[] labels) => new(
        ("Member", new KeyDataViewType(typeof(uint), 4), memberKeys),
        ("Film", new KeyDataViewType(typeof(uint), 4), filmKeys),
        ("Label", NumberDataViewType.Single, labels));

    private MatrixFactorizationTransformer Fit(MatrixFactorizationOptions options, ColumnarDataView data) =>
        new MatrixFactorizationEstimator(_context, options).Fit(data);
}
