using MovieChain.Evaluation;
using MovieChain.Learning.Factorization;

namespace MovieChain.Tests.Evaluation;

public sealed class RatingEvaluationTests
{
    private static readonly MatrixFactorizationOptions _small = MatrixFactorizationOptions.ForRatings with
    {
        ApproximationRank = 3,
        NumberOfIterations = 4,
        NumberOfThreads = 1,
    };

    [Fact]
    public void Every_row_is_measured_once_whatever_the_threads()
    {
        var table = Tables.TwoTastes();
        var results = new List<string>();
        foreach (var threads in (int[])[1, 4])
        {
            var result = RatingEvaluation.CrossValidate(table, 5, new(_small with { NumberOfThreads = threads }, Tuned: []));
            Assert.Equal(table.Count, result.Folds.Sum(fold => fold.TestRows));
            Assert.All(result.Folds, fold => Assert.Equal(table.Count, fold.TestRows + fold.TrainingRows));
            results.Add(string.Join(' ', result.Folds.SelectMany(fold => fold.Models).Select(figures => $"{figures.Model} {figures.Error}")));
        }

        Assert.Equal(results[0], results[1]);
    }

    [Fact]
    public void The_factorization_finds_the_two_tastes_that_no_bias_can()
    {
        var errors = RatingEvaluation.CrossValidate(Tables.TwoTastes(), 5, new(_small, Tuned: [])).Means.ToDictionary(figures => figures.Model, figures => figures.Error.Rmse);

        Assert.True(errors[EvaluatedModel.MatrixFactorization] < errors[EvaluatedModel.UserFilmBias], string.Join(' ', errors));
        Assert.True(errors[EvaluatedModel.MatrixFactorization] < errors[EvaluatedModel.GlobalMean], string.Join(' ', errors));
    }

    [Fact]
    public void Means_are_those_of_the_folds()
    {
        var result = RatingEvaluation.CrossValidate(Tables.TwoTastes(), 3, new(_small, Tuned: []));

        Assert.All(Enumerable.Range(0, 4), place =>
        {
            var folds = result.Folds.Select(fold => fold.Models[place]).ToList();
            Assert.Equal(folds.Average(figures => figures.Error.Rmse), result.Means[place].Error.Rmse);
            Assert.Equal(folds.Average(figures => figures.Error.Mae), result.Means[place].Error.Mae);
            Assert.Equal(folds.Sum(figures => figures.Error.Filled), result.Means[place].Error.Filled);
            Assert.Equal(folds[0].Model, result.Means[place].Model);
        });
    }

    [Fact]
    public void Rows_of_an_unseen_user_or_film_are_counted_and_filled_with_the_biases()
    {
        var training = Tables.Of(4, 4, (0, 0, 5), (0, 1, 4), (1, 0, 2), (1, 1, 1), (2, 0, 3), (2, 1, 3));
        var test = Tables.Of(4, 4, (3, 0, 4), (0, 3, 4), (3, 3, 4));
        var fold = RatingEvaluation.OnSplit(Tables.Given(training, test), new(_small, Tuned: [])).Folds[0];
        var errors = fold.Models.ToDictionary(figures => figures.Model, figures => figures.Error);

        Assert.Equal((2, 2), (fold.UnseenUsers, fold.UnseenFilms));
        Assert.Equal(3, errors[EvaluatedModel.MatrixFactorization].Filled);
        Assert.Equal(errors[EvaluatedModel.UserFilmBias] with { Filled = 3 }, errors[EvaluatedModel.MatrixFactorization]);
        Assert.Equal(2, errors[EvaluatedModel.Popularity].Filled);
        Assert.Equal(0, errors[EvaluatedModel.GlobalMean].Filled);
    }
}
