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
    /// <param name="onMeasured">Receives each measured split; null if nobody does.</param>
    public static RatingResult CrossValidate(
        RatingTable ratings, int folds, EvaluationSettings settings, Action<MeasuredSplit<PredictedRow>>? onMeasured = null)
    {
        var foldOf = Folds.Deal(ratings.Count, folds, new RandomStreams(settings.Options.Seed), split: 0);
        var rule = new SplitRule(SplitKind.Folds);
        return Measure(rule, Enumerable.Range(0, folds).Select(fold => Folds.Split(ratings, foldOf, fold)), settings, onMeasured);
    }

    /// <summary>Measures on one split.</summary>
    public static RatingResult OnSplit(RatingSplit split, EvaluationSettings settings, Action<MeasuredSplit<PredictedRow>>? onMeasured = null) =>
        Measure(split.Rule, [(split.Training, split.Test)], settings, onMeasured);

    private static RatingResult Measure(
        SplitRule rule,
        IEnumerable<(RatingTable Training, RatingTable Test)> splits,
        EvaluationSettings settings,
        Action<MeasuredSplit<PredictedRow>>? onMeasured)
    {
        FactorizationFit.WarmUp(settings.Options, settings.Cancellation);
        var folds = ImmutableArray.CreateBuilder<RatingFold>();
        foreach (var (training, test) in splits)
        {
            settings.Cancellation.ThrowIfCancellationRequested();
            var choice = settings.TuneRatings(training, split: folds.Count + 1);
            var (fold, model, rows) = Measure(training, test, settings with { Options = choice?.Options ?? settings.Options });
            folds.Add(fold with { Choice = choice });
            onMeasured?.Invoke(new MeasuredSplit<PredictedRow>(folds.Count, training, test, model, rows));
        }

        return new RatingResult(settings.Options, rule, folds.ToImmutable());
    }

    private static (RatingFold Fold, IRatingModel Model, PredictedRow[] Rows) Measure(RatingTable training, RatingTable test, EvaluationSettings settings)
    {
        var (mean, meanFit) = FitTime.Of(training.Count, () => new GlobalMean(training));
        var (film, filmFit) = FitTime.Of(training.Count, () => new FilmMean(training));
        var (bias, biasFit) = FitTime.Of(training.Count, () => new UserFilmBias(training));
        var (factors, factorsFit) = FactorizationFit.To(training, settings.Options, settings.Cancellation);

        var models = new (EvaluatedModel Model, PredictedRow[] Rows, FitTime Fit)[]
        {
            (EvaluatedModel.GlobalMean, Predict(mean, mean), meanFit),
            (EvaluatedModel.Popularity, Predict(film, mean), filmFit),
            (EvaluatedModel.UserFilmBias, Predict(bias, mean), biasFit),
            (EvaluatedModel.MatrixFactorization, Predict(factors, bias), factorsFit),
        };
        var rowsOfUsers = training.RowsOfUsers();
        var rowsOfFilms = training.RowsOfFilms();
        var fold = new RatingFold(
            training.Count,
            test.Count,
            test.Users.Count(user => rowsOfUsers[user] == 0),
            test.Films.Count(place => rowsOfFilms[place] == 0),
            [.. models.Select(model => new RatingFigures(model.Model, RatingError.Of(model.Rows, test), model.Fit))],
            UserFigures.Of(training, test, rows => models.Select(model => RatingError.Of(model.Rows, test, rows)).ToImmutableArray()),
            Choice: null);
        return (fold, factors, models[^1].Rows);

        PredictedRow[] Predict(IRatingModel model, IRatingModel fallback) => PredictedRow.Of(model, fallback, training, test, settings.Workers);
    }
}
