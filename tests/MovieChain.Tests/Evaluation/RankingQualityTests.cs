using MovieChain.Evaluation;

namespace MovieChain.Tests.Evaluation;

public sealed class RankingQualityTests
{
    private static readonly int[] _nineteen = [.. Enumerable.Range(1, 19)];

    [Theory]
    [InlineData(20, 1, 1)]
    [InlineData(18.5, 1, 0.6309297535714575)]
    [InlineData(17.5, 1, 0.5)]
    [InlineData(10.5, 1, 0.2890648263178879)]
    [InlineData(9.5, 0, 0)]
    [InlineData(-1, 0, 0)]
    public void A_film_of_known_rank_counts_as_computed_by_hand(double score, double hitRate, double ndcg)
    {
        // The candidates score 1 to 19 (film 19 is best, 18 next, ...): 18.5 is second, 10.5 tenth, 9.5 eleventh.
        var quality = QualityOf(new ByFilm([score, .. _nineteen.Select(film => (double)film)]), OneTestRow(), _nineteen);

        Assert.Equal(hitRate, quality.HitRate);
        Assert.Equal(ndcg, quality.Ndcg, precision: 15);
        Assert.Equal(0, quality.Filled);
    }

    [Fact]
    public void Figures_are_means_over_the_test_rows()
    {
        var test = Tables.Of(2, 20, (0, 0, 1), (1, 1, 1));
        var quality = QualityOf(new ByFilm([.. Enumerable.Range(0, 20).Select(film => (double)-film)]), test, _nineteen, [0, 2, 3]);

        Assert.Equal(1, quality.HitRate);
        Assert.Equal((1 + 0.6309297535714575) / 2, quality.Ndcg, precision: 15);
    }

    [Fact]
    public void Ties_count_against_the_model()
    {
        var same = QualityOf(new ByFilm(new double[20]), OneTestRow(), _nineteen);
        Assert.Equal(new RankingQuality(0, 0, 0), same);

        var second = QualityOf(new ByFilm([7, 7, .. new double[18]]), OneTestRow(), _nineteen);
        Assert.Equal(0.6309297535714575, second.Ndcg, precision: 15);
    }

    [Fact]
    public void A_film_that_the_model_does_not_know_is_last_even_among_such()
    {
        var unknown = Enumerable.Repeat(double.NaN, 20).ToArray();
        Assert.Equal(new RankingQuality(0, 0, 1), QualityOf(new ByFilm(unknown), OneTestRow(), _nineteen));

        // Whatever has a score stands before candidates without one.
        unknown[0] = -100;
        Assert.Equal(new RankingQuality(1, 1, 0), QualityOf(new ByFilm(unknown), OneTestRow(), _nineteen));
    }

    [Fact]
    public void Chance_hits_ten_of_a_hundred()
    {
        var chance = RankingQuality.OfChance([new RankedRow(0, 1, Candidates: 99)]);
        Assert.Equal(0.1, chance.HitRate, precision: 12);
        Assert.Equal(4.543559338088346 / 100, chance.Ndcg, precision: 12);
        Assert.Equal(1, RankingQuality.OfChance([new RankedRow(0, 1, Candidates: 2)]).HitRate);
    }

    private static RankingQuality QualityOf(IRatingModel model, RatingTable test, params int[][] candidates) =>
        RankingQuality.Of(RankedRow.Of(model, test, Candidates.Listed(candidates), new Workers(1)));

    private static RatingTable OneTestRow() => Tables.Of(1, 20, (0, 0, 1));

    private sealed class ByFilm(double[] scores) : IRatingModel
    {
        public double Predict(int user, int film) => scores[film];
    }
}
