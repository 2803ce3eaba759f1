using System.Collections.Immutable;
using MovieChain.Learning.Factorization;
using MovieChain.Randomness;

namespace MovieChain.Evaluation;

/// <summary>
/// Measures how high models rank a film that a user rated later, among candidates that the user did not rate. Source: He, Liao, Zhang, Nie, Hu,
/// Chua, "Neural Collaborative Filtering", WWW 2017, section 4.1.
/// </summary>
internal static class RankingEvaluation
{
    /// <summary>Trains the models and measures them on one split.</summary>
    /// <param name="training">Training rows; each counts as a positive example, whatever its rating.</param>
    /// <param name="test">Test rows; at least one.</param>
    /// <param name="published">Candidates by test row; null to draw them.</param>
    /// <param name="settings">Training settings.</param>
    public static RankingResult Run(RatingTable training, RatingTable test, int[][]? published, EvaluationSettings settings)
    {
        var candidates = published ?? Candidates.Draw(training, test, new RandomStreams(settings.Options.Seed), StreamPurpose.Candidates);
        FactorizationFit.WarmUp(settings.Options, settings.Cancellation);
        var choice = settings.TuneRanking(training);
        var (popularity, popularityFit) = FitTime.Of(training.Count, () => new FilmCount(training));
        var (factors, factorsFit) = FactorizationFit.To(training, choice?.Options ?? settings.Options, settings.Cancellation);
        return new RankingResult(
            settings.Options,
            choice,
            training.Count,
            test.Count,
            CandidateFigures.Of(training, test, candidates, isPublished: published is not null),
            [
                new(EvaluatedModel.Chance, RankingQuality.OfChance(candidates), Fit: null),
                new(EvaluatedModel.Popularity, RankingQuality.Of(popularity, test, candidates), popularityFit),
                new(EvaluatedModel.MatrixFactorization, RankingQuality.Of(factors, test, candidates), factorsFit),
            ]);
    }
}

/// <summary>Ranking quality and training time of a model; a random ranking is not trained.</summary>
internal sealed record RankingFigures(EvaluatedModel Model, RankingQuality Quality, FitTime? Fit);

/// <summary>Counts of candidates and test rows.</summary>
/// <param name="IsPublished">Whether the candidates come from a file; otherwise they were drawn.</param>
/// <param name="Fewest">Smallest number of candidates of a test row.</param>
/// <param name="Most">Largest number of candidates of a test row.</param>
/// <param name="Rated">Candidates that the user rated in a training row; 0 if they were drawn.</param>
/// <param name="Unseen">Candidates without a training row of any user, which rank last.</param>
/// <param name="UnseenUsers">Test rows whose user has no training row.</param>
/// <param name="UnseenFilms">Test rows whose film has no training row.</param>
internal sealed record CandidateFigures(bool IsPublished, int Fewest, int Most, int Rated, int Unseen, int UnseenUsers, int UnseenFilms)
{
    public static CandidateFigures Of(RatingTable training, RatingTable test, int[][] candidates, bool isPublished)
    {
        var rowsOfUsers = training.RowsOfUsers();
        var rowsOfFilms = training.RowsOfFilms();
        var (starts, rows) = training.ByUser();
        var rated = 0;
        for (var i = 0; i < test.Count; i++)
        {
            var user = test.Users[i];
            var films = rows.AsSpan(starts[user]..starts[user + 1]).ToArray().Select(row => training.Films[row]).ToHashSet();
            rated += candidates[i].Count(films.Contains);
        }

        return new CandidateFigures(
            isPublished,
            candidates.Min(films => films.Length),
            candidates.Max(films => films.Length),
            rated,
            candidates.Sum(films => films.Count(film => rowsOfFilms[film] == 0)),
            test.Users.Count(user => rowsOfUsers[user] == 0),
            test.Films.Count(film => rowsOfFilms[film] == 0));
    }
}

/// <summary>Result of a ranking evaluation.</summary>
/// <param name="Options">Options of the factorization before tuning.</param>
/// <param name="Choice">Tuned settings; null without tuning.</param>
/// <param name="TrainingRows">Number of training rows.</param>
/// <param name="TestRows">Number of test rows.</param>
/// <param name="Candidates">Counts of candidates.</param>
/// <param name="Models">Figures of each model.</param>
internal sealed record RankingResult(
    MatrixFactorizationOptions Options,
    Choice? Choice,
    int TrainingRows,
    int TestRows,
    CandidateFigures Candidates,
    ImmutableArray<RankingFigures> Models);
