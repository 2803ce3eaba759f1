using System.Collections.Immutable;
using MovieChain.Learning.Factorization;

namespace MovieChain.Evaluation;

/// <summary>A model under evaluation.</summary>
internal enum EvaluatedModel
{
    /// <summary>Random ranking, in closed form.</summary>
    Chance,
    /// <summary>Mean of all ratings.</summary>
    GlobalMean,
    /// <summary>Mean rating of a film; in a ranking, its number of training rows.</summary>
    Popularity,
    /// <summary>Mean plus a user bias and a film bias.</summary>
    UserFilmBias,
    MatrixFactorization,
}

/// <summary>Errors and training time of a model.</summary>
internal sealed record RatingFigures(EvaluatedModel Model, RatingError Error, FitTime Fit);

/// <summary>Result of one split.</summary>
/// <param name="TrainingRows">Number of training rows.</param>
/// <param name="TestRows">Number of test rows.</param>
/// <param name="UnseenUsers">Test rows whose user has no training row.</param>
/// <param name="UnseenFilms">Test rows whose film has no training row.</param>
/// <param name="Models">Figures of each model.</param>
/// <param name="Users">Figures of each user with a test row.</param>
/// <param name="Choice">Tuned settings of the factorization; null without tuning.</param>
internal sealed record RatingFold(
    int TrainingRows,
    int TestRows,
    int UnseenUsers,
    int UnseenFilms,
    ImmutableArray<RatingFigures> Models,
    ImmutableArray<UserFigures<RatingError>> Users,
    Choice? Choice);

/// <summary>Result of all splits.</summary>
/// <param name="Options">Options of the factorization before tuning.</param>
/// <param name="Rule">How training and test rows were separated.</param>
/// <param name="Folds">The splits; at least one.</param>
internal sealed record RatingResult(MatrixFactorizationOptions Options, SplitRule Rule, ImmutableArray<RatingFold> Folds)
{
    /// <summary>Figures of each model over all folds: errors and times are means, the number of filled rows is a sum.</summary>
    public ImmutableArray<RatingFigures> Means =>
    [
        .. Folds[0].Models.Select((first, place) =>
        {
            var all = Folds.Select(fold => fold.Models[place]).ToList();
            var error = new RatingError(
                all.Average(figures => figures.Error.Rmse), all.Average(figures => figures.Error.Mae), all.Sum(figures => figures.Error.Filled));
            var fit = new FitTime(all.Sum(figures => figures.Fit.Rows) / all.Count, new TimeSpan(all.Sum(figures => figures.Fit.Time.Ticks) / all.Count));
            return new RatingFigures(first.Model, error, fit);
        }),
    ];
}
