using System.Collections.Immutable;
using MovieChain.Randomness;

namespace MovieChain.Evaluation;

/// <summary>Measures how well models predict unseen ratings.</summary>
internal static class RatingEvaluation
{
    /// <summary>Cross-validation: each fold is the test set once, and all others are the training set.</summary>
    /// <param name="ratings">All ratings.</param>
    /// <param name="folds">Number of folds, 2 to the number of ratings.</param>
    /// <param name="settings">Training settings.</param>
    public static RatingResult CrossValidate(RatingTable ratings, int folds, EvaluationSettings settings)
    {
        var foldOf = Folds.Deal(ratings.Count, folds, new RandomStreams(settings.Options.Seed), split: 0);
        return Measure(Enumerable.Range(0, folds).Select(fold => Folds.Split(ratings, foldOf, fold)), settings);
    }

    public static RatingResult OnSplit(RatingTable training, RatingTable test, EvaluationSettings settings) => Measure([(training, test)], settings);

    private static RatingResult Measure(IEnumerable<(RatingTable Training, RatingTable Test)> splits, EvaluationSettings settings)
    {
        FactorizationFit.WarmUp(settings.Options, settings.Cancellation);
        var folds = ImmutableArray.CreateBuilder<RatingFold>();
        foreach (var (training, test) in splits)
        {
            settings.Cancellation.ThrowIfCancellationRequested();
            var choice = settings.TuneRatings(training, split: folds.Count + 1);
            folds.Add(Measure(training, test, settings with { Options = choice?.Options ?? settings.Options }) with { Choice = choice });
        }

        return new RatingResult(settings.Options, folds.ToImmutable());
    }

    private static RatingFold Measure(RatingTable training, RatingTable test, EvaluationSettings settings)
    {
        var (mean, meanFit) = FitTime.Of(training.Count, () => new GlobalMean(training));
        var (film, filmFit) = FitTime.Of(training.Count, () => new FilmMean(training));
        var (bias, biasFit) = FitTime.Of(training.Count, () => new UserFilmBias(training));
        var (factors, factorsFit) = FactorizationFit.To(training, settings.Options, settings.Cancellation);

        var rowsOfUsers = training.RowsOfUsers();
        var rowsOfFilms = training.RowsOfFilms();
        return new RatingFold(
            training.Count,
            test.Count,
            test.Users.Count(user => rowsOfUsers[user] == 0),
            test.Films.Count(place => rowsOfFilms[place] == 0),
            [
                new(EvaluatedModel.GlobalMean, RatingError.Of(mean, mean, training, test), meanFit),
                new(EvaluatedModel.Popularity, RatingError.Of(film, mean, training, test), filmFit),
                new(EvaluatedModel.UserFilmBias, RatingError.Of(bias, mean, training, test), biasFit),
                new(EvaluatedModel.MatrixFactorization, RatingError.Of(factors, bias, training, test), factorsFit),
            ],
            Choice: null);
    }
}
