using System.Collections.Immutable;
using MovieChain.Learning.Factorization;

namespace MovieChain.Evaluation;

/// <summary>What is measured.</summary>
internal enum EvaluatedModel
{
    /// <summary>A ranking by chance, in closed form.</summary>
    Chance,

    /// <summary>The mean of all ratings.</summary>
    GlobalMean,

    /// <summary>A film's mean rating; where films are ranked, how many rows it has.</summary>
    Popularity,

    /// <summary>The mean with a bias of the user and one of the film.</summary>
    UserFilmBias,

    /// <summary>Matrix factorization.</summary>
    MatrixFactorization,
}

/// <summary>A model's errors and how long it took to fit.</summary>
internal sealed record RatingFigures(EvaluatedModel Model, RatingError Error, FitTime Fit);

/// <summary>What came of one split.</summary>
/// <param name="TrainingRows">How many rows the models were fitted to.</param>
/// <param name="TestRows">How many rows they were measured on.</param>
/// <param name="UnseenUsers">Test rows whose user has no training row.</param>
/// <param name="UnseenFilms">Test rows whose film has no training row.</param>
/// <param name="Models">What came of each model.</param>
/// <param name="Choice">What was picked for the factorization; null where nothing was to be picked.</param>
internal sealed record RatingFold(
    int TrainingRows, int TestRows, int UnseenUsers, int UnseenFilms, ImmutableArray<RatingFigures> Models, Choice? Choice);

/// <summary>What came of all splits.</summary>
/// <param name="Options">How the factorization was fitted where nothing was picked.</param>
/// <param name="Folds">The splits; at least one.</param>
internal sealed record RatingResult(MatrixFactorizationOptions Options, ImmutableArray<RatingFold> Folds)
{
    /// <summary>What came of each model in all: errors are means over the folds, filled rows a sum, times a mean.</summary>
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
