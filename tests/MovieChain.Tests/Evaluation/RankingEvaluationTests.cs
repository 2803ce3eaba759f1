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
        var (training, test) = LeaveLastOut.Split(Tables.TwoTastes(films: 150));
        var results = new List<string>();
        foreach (var threads in (int[])[1, 4])
        {
            var result = RankingEvaluation.Run(training, test, published: null, new(_small with { NumberOfThreads = threads }, Tuned: []));
            Assert.Equal((training.Count, test.Count), (result.TrainingRows, result.TestRows));
            Assert.Equal((false, 0), (result.Candidates.IsPublished, result.Candidates.Rated));
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
        var result = RankingEvaluation.Run(training, test, [[1], [2]], new(_small, Tuned: []));
        var quality = result.Models.ToDictionary(figures => figures.Model, figures => figures.Quality);

        Assert.Equal((1 + 0.6309297535714575) / 2, quality[EvaluatedModel.Popularity].Ndcg, precision: 15);
        Assert.Equal((1 + 0.6309297535714575) / 2, quality[EvaluatedModel.Chance].Ndcg, precision: 15);
    }

    [Fact]
    public void What_was_never_seen_is_counted()
    {
        var training = Tables.Of(3, 5, (0, 0, 1), (0, 1, 1), (1, 0, 1), (1, 1, 1));
        var test = Tables.Of(3, 5, (0, 4, 1), (2, 0, 1));
        var result = RankingEvaluation.Run(training, test, [[0, 1, 3], [1, 3, 4]], new(_small, Tuned: []));

        Assert.Equal(new CandidateFigures(IsPublished: true, Fewest: 3, Most: 3, Rated: 2, Unseen: 3, UnseenUsers: 1, UnseenFilms: 1), result.Candidates);
        Assert.Equal(2, result.Models[^1].Quality.Filled);
    }
}
