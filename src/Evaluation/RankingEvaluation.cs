using System.Collections.Immutable;
using MovieChain.Learning.Factorization;
using MovieChain.Randomness;

namespace MovieChain.Evaluation;

/// <summary>
/// Measures how high models rank a film that a user went on to rate, among films that it did not. Source: He, Liao, Zhang, Nie, Hu, Chua,
/// "Neural Collaborative Filtering", WWW 2017, section 4.1.
/// </summary>
internal static class RankingEvaluation
{
    /// <summary>Measures on a split.</summary>
    /// <param name="training">The rows to train on; each is a sign of liking, whatever its rating.</param>
    /// <param name="test">The rows to measure on; at least one.</param>
    /// <param name="published">The films that each test row's is ranked among; null to draw them.</param>
    /// <param name="settings">How to train.</param>
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

/// <summary>How good a model's ranking is and how long it took to fit; a ranking by chance is not fitted.</summary>
internal sealed record RankingFigures(EvaluatedModel Model, RankingQuality Quality, FitTime? Fit);

/// <summary>What there is to know of the films that test rows are ranked among, and of those rows.</summary>
/// <param name="IsPublished">Whether they stem from a file; otherwise they were drawn.</param>
/// <param name="Fewest">The fewest that a test row has.</param>
/// <param name="Most">The most that a test row has.</param>
/// <param name="Rated">How many are in their user's training rows after all; of drawn ones, none.</param>
/// <param name="Unseen">How many have no training row of any user, so that they stand last.</param>
/// <param name="UnseenUsers">Test rows whose user has no training row.</param>
/// <param name="UnseenFilms">Test rows whose film has no training row.</param>
internal sealed record CandidateFigures(bool IsPublished, int Fewest, int Most, int Rated, int Unseen, int UnseenUsers, int UnseenFilms)
{
    /// <summary>Counts them.</summary>
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

/// <summary>What came of ranking.</summary>
/// <param name="Options">How the factorization was fitted where nothing was picked.</param>
/// <param name="Choice">What was picked for it; null where nothing was to be picked.</param>
/// <param name="TrainingRows">How many rows the models were fitted to.</param>
/// <param name="TestRows">How many films were ranked.</param>
/// <param name="Candidates">What they were ranked among.</param>
/// <param name="Models">What came of each model.</param>
internal sealed record RankingResult(
    MatrixFactorizationOptions Options,
    Choice? Choice,
    int TrainingRows,
    int TestRows,
    CandidateFigures Candidates,
    ImmutableArray<RankingFigures> Models);
