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
    /// <param name="split">Training rows, each of which counts as a positive example, whatever its rating, and test rows; at least one.</param>
    /// <param name="published">Candidates by test row; null for those of the settings.</param>
    /// <param name="settings">Training settings.</param>
    /// <param name="onMeasured">Receives the measured split; null if nobody does.</param>
    public static RankingResult Run(
        RatingSplit split, NegativeLists? published, EvaluationSettings settings, Action<MeasuredSplit<RankedRow>>? onMeasured = null)
    {
        var (training, test, rule) = split;
        var candidates = published is null
            ? Candidates.Unrated(settings.Candidates, training, test, new RandomStreams(settings.Options.Seed), StreamPurpose.Candidates)
            : Candidates.Listed(published.Films);
        FactorizationFit.WarmUp(settings.Options, settings.Cancellation);
        var choice = settings.TuneRanking(training);
        var (popularity, popularityFit) = FitTime.Of(training.Count, () => new FilmCount(training));
        var (factors, factorsFit) = FactorizationFit.To(training, choice?.Options ?? settings.Options, settings.Cancellation);
        var popular = RankedRow.Of(popularity, test, candidates, settings.Workers);
        var factorized = RankedRow.Of(factors, test, candidates, settings.Workers);
        onMeasured?.Invoke(new MeasuredSplit<RankedRow>(1, training, test, factors, factorized));
        return new RankingResult(
            settings.Options,
            rule,
            choice,
            training.Count,
            test.Count,
            CandidateFigures.Of(training, test, candidates, published),
            [
                new(EvaluatedModel.Chance, RankingQuality.OfChance(factorized), Fit: null),
                new(EvaluatedModel.Popularity, RankingQuality.Of(popular), popularityFit),
                new(EvaluatedModel.MatrixFactorization, RankingQuality.Of(factorized), factorsFit),
            ],
            UserFigures.Of(training, test, rows => ImmutableArray.Create(
                RankingQuality.OfChance(Pick(factorized, rows)), RankingQuality.Of(Pick(popular, rows)), RankingQuality.Of(Pick(factorized, rows)))));

        static RankedRow[] Pick(RankedRow[] ranked, int[] rows) => Array.ConvertAll(rows, row => ranked[row]);
    }
}

/// <summary>Ranking quality and training time of a model; a random ranking is not trained.</summary>
internal sealed record RankingFigures(EvaluatedModel Model, RankingQuality Quality, FitTime? Fit);

/// <summary>Counts of candidates and test rows.</summary>
/// <param name="Source">Where the candidates come from.</param>
/// <param name="Fewest">Smallest number of candidates of a test row.</param>
/// <param name="Most">Largest number of candidates of a test row.</param>
/// <param name="OwnFilms">Test rows whose listed candidates named the film of the test row, which is dropped; 0 if no file lists them.</param>
/// <param name="Repeated">Listed candidates that were dropped because the list has them already; 0 if no file lists them.</param>
/// <param name="Rated">Candidates that the user rated in a training row; 0 if no file lists them.</param>
/// <param name="Unseen">Candidates without a training row of any user, which rank last.</param>
/// <param name="UnseenUsers">Test rows whose user has no training row.</param>
/// <param name="UnseenFilms">Test rows whose film has no training row.</param>
internal sealed record CandidateFigures(
    CandidateSource Source, int Fewest, int Most, int OwnFilms, int Repeated, int Rated, long Unseen, int UnseenUsers, int UnseenFilms)
{
    public static CandidateFigures Of(RatingTable training, RatingTable test, Candidates candidates, NegativeLists? published)
    {
        var rowsOfUsers = training.RowsOfUsers();
        var rowsOfFilms = training.RowsOfFilms();
        var (starts, rows) = training.ByUser();
        var (fewest, most, rated, unseen) = (int.MaxValue, 0, 0, 0L);
        for (var i = 0; i < test.Count; i++)
        {
            var films = candidates.Of(i);
            (fewest, most) = (Math.Min(fewest, films.Length), Math.Max(most, films.Length));
            unseen += films.Count(film => rowsOfFilms[film] == 0);
            if (published is not null)
            {
                var user = test.Users[i];
                var own = rows[starts[user]..starts[user + 1]].Select(row => training.Films[row]).ToHashSet();
                rated += films.Count(own.Contains);
            }
        }

        return new CandidateFigures(
            candidates.Source,
            fewest,
            most,
            published?.OwnFilms ?? 0,
            published?.Repeated ?? 0,
            rated,
            unseen,
            test.Users.Count(user => rowsOfUsers[user] == 0),
            test.Films.Count(film => rowsOfFilms[film] == 0));
    }
}

/// <summary>Result of a ranking evaluation.</summary>
/// <param name="Options">Options of the factorization before tuning.</param>
/// <param name="Rule">How training and test rows were separated.</param>
/// <param name="Choice">Tuned settings; null without tuning.</param>
/// <param name="TrainingRows">Number of training rows.</param>
/// <param name="TestRows">Number of test rows.</param>
/// <param name="Candidates">Counts of candidates.</param>
/// <param name="Models">Figures of each model.</param>
/// <param name="Users">Figures of each user with a test row.</param>
internal sealed record RankingResult(
    MatrixFactorizationOptions Options,
    SplitRule Rule,
    Choice? Choice,
    int TrainingRows,
    int TestRows,
    CandidateFigures Candidates,
    ImmutableArray<RankingFigures> Models,
    ImmutableArray<UserFigures<RankingQuality>> Users);
