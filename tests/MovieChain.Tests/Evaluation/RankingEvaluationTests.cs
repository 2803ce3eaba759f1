using MovieChain.Evaluation;
using MovieChain.Learning.Factorization;

namespace MovieChain.Tests.Evaluation;

public sealed class RankingEvaluationTests
{
    private static readonly MatrixFactorizationOptions _small = MatrixFactorizationOptions.ForPositiveFeedback with
    {
        ApproximationRank = 3,
        NumberOfIterations = 3,
        NumberOfThreads = 1,
    };

    [Fact]
    public void Each_left_out_row_is_ranked_whatever_the_threads()
    {
        var split = Tables.LastOut(Tables.TwoTastes(films: 150));
        var results = new List<string>();
        foreach (var threads in (int[])[1, 4])
        {
            var result = RankingEvaluation.Run(split, published: null, new(_small with { NumberOfThreads = threads }, Tuned: []));
            Assert.Equal((split.Training.Count, split.Test.Count), (result.TrainingRows, result.TestRows));
            Assert.Equal((CandidateSource.Sampled, 0), (result.Candidates.Source, result.Candidates.Rated));
            results.Add(string.Join(' ', result.Models.Select(figures => $"{figures.Model} {figures.Quality}")));
        }

        Assert.Equal(results[0], results[1]);
    }

    [Fact]
    public void Popularity_and_chance_are_those_computed_by_hand()
    {
        // Film 0 has three rows, films 1 and 2 one each, film 3 none. User 3's last film is 0, ranked first of two; user 0's is 1, which film 2 ties.
        var training = Tables.Of(4, 4, (0, 0, 1), (1, 0, 1), (2, 0, 1), (2, 1, 1), (3, 2, 1));
        var test = Tables.Of(4, 4, (3, 0, 1), (0, 1, 1));
        var result = RankingEvaluation.Run(Tables.Given(training, test), Listed([1], [2]), new(_small, Tuned: []));
        var quality = result.Models.ToDictionary(figures => figures.Model, figures => figures.Quality);

        Assert.Equal((1 + 0.6309297535714575) / 2, quality[EvaluatedModel.Popularity].Ndcg, precision: 15);
        Assert.Equal((1 + 0.6309297535714575) / 2, quality[EvaluatedModel.Chance].Ndcg, precision: 15);
    }

    [Fact]
    public void What_was_never_seen_is_counted()
    {
        var training = Tables.Of(3, 5, (0, 0, 1), (0, 1, 1), (1, 0, 1), (1, 1, 1));
        var test = Tables.Of(3, 5, (0, 4, 1), (2, 0, 1));
        var result = RankingEvaluation.Run(Tables.Given(training, test), Listed([0, 1, 3], [1, 3, 4, 2]), new(_small, Tuned: []));

        Assert.Equal(
            new CandidateFigures(CandidateSource.File, Fewest: 3, Most: 4, OwnFilms: 0, Repeated: 0, Rated: 2, Unseen: 4, UnseenUsers: 1, UnseenFilms: 1),
            result.Candidates);
        Assert.Equal(2, result.Models[^1].Quality.Filled);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Figures_by_user_are_those_of_the_rows_of_the_user(bool isAll)
    {
        var ratings = Tables.TwoTastes(films: 150);
        var settings = new EvaluationSettings(_small, Tuned: [], isAll ? CandidateSource.All : CandidateSource.Sampled);
        var split = TimeSplit.Split(ratings, 0.7)!;
        MeasuredSplit<RankedRow>? measured = null;
        var result = RankingEvaluation.Run(split, published: null, settings, found => measured = found);

        Assert.Equal(split.Test.Users.Distinct().Order(), result.Users.Select(user => user.User));
        Assert.All(result.Users, user =>
        {
            var own = measured!.Rows.Where((_, row) => split.Test.Users[row] == user.User).ToList();
            Assert.Equal((split.Training.Users.Count(other => other == user.User), own.Count), (user.TrainingRows, user.TestRows));
            Assert.Equal((double)own.Count(row => row.Rank <= 10) / own.Count, user.Models[^1].HitRate, precision: 12);
        });
        for (var model = 0; model < result.Models.Length; model++)
        {
            Assert.Equal(result.Models[model].Quality.Ndcg, result.Users.Sum(user => user.TestRows * user.Models[model].Ndcg) / split.Test.Count, precision: 12);
        }
    }

    private static NegativeLists Listed(params int[][] films) => new(films, OwnFilms: 0, Repeated: 0);
}
