using MovieChain.Evaluation;
using MovieChain.Randomness;

namespace MovieChain.Tests.Evaluation;

public sealed class CandidatesTests
{
    private static readonly RandomStreams _streams = new(1);

    [Theory]
    [InlineData(300)]
    [InlineData(130)]
    public void Ninety_nine_different_films_that_the_user_never_rated_are_drawn_for_each_test_row(int films)
    {
        var (training, test, _) = Tables.LastOut(Tables.TwoTastes(films: films));
        var candidates = Draw(training, test);

        for (var row = 0; row < test.Count; row++)
        {
            var user = test.Users[row];
            var rated = training.Users.Zip(training.Films).Where(pair => pair.First == user).Select(pair => pair.Second).Append(test.Films[row]).ToHashSet();
            var drawn = candidates.Of(row);
            Assert.Equal(Math.Min(99, films - rated.Count), drawn.Distinct().Count());
            Assert.Equal(drawn.Length, drawn.Distinct().Count());
            Assert.DoesNotContain(drawn, rated.Contains);
            Assert.All(drawn, film => Assert.InRange(film, 0, films - 1));
        }
    }

    [Fact]
    public void Where_fewer_are_left_all_of_them_are_taken()
    {
        var training = Tables.Of(1, 6, (0, 0, 1), (0, 3, 1));
        var test = Tables.Of(1, 6, (0, 5, 1));
        Assert.Equal([1, 2, 4], Draw(training, test).Of(0));
    }

    [Fact]
    public void Every_film_is_as_likely_as_every_other()
    {
        const int Films = 120;
        var training = Tables.Of(4000, Films, (0, 0, 1));
        var test = Tables.Of(4000, Films, [.. Enumerable.Range(0, 4000).Select(user => (user, 7, 1.0))]);
        var counts = new int[Films];
        var candidates = Draw(training, test);
        foreach (var film in Enumerable.Range(0, test.Count).SelectMany(candidates.Of))
        {
            counts[film]++;
        }

        // 4,000 × 99/119 each, standard deviation 24; six of those would be one chance in half a billion.
        Assert.Equal(0, counts[7]);
        Assert.All(Enumerable.Range(0, Films).Where(film => film is not (0 or 7)), film => Assert.InRange(counts[film], 3328 - 150, 3328 + 150));
    }

    [Fact]
    public void A_user_draws_the_same_films_whoever_else_is_there()
    {
        var training = Tables.TwoTastes(films: 200);
        var test = Tables.Of(60, 200, (3, 150, 1), (9, 150, 1));
        var alone = Tables.Of(60, 200, (9, 150, 1));
        Assert.Equal(Draw(training, test).Of(1), Draw(training, alone).Of(0));
    }

    [Fact]
    public void Asked_for_all_every_film_is_a_candidate_that_the_user_rated_neither_in_training_nor_in_test()
    {
        var training = Tables.Of(2, 300, (0, 0, 1), (0, 3, 1), (1, 7, 1));
        var test = Tables.Of(2, 300, (0, 5, 1), (0, 299, 1), (1, 0, 1));
        var all = Candidates.Unrated(CandidateSource.All, training, test, _streams, StreamPurpose.Candidates);

        int[] ofUser0 = [.. Enumerable.Range(0, 300).Except([0, 3, 5, 299])];
        Assert.Equal(ofUser0, all.Of(0));
        Assert.Equal(ofUser0, all.Of(1));
        Assert.Equal(Enumerable.Range(0, 300).Except([0, 7]), all.Of(2));
    }

    private static Candidates Draw(RatingTable training, RatingTable test) =>
        Candidates.Unrated(CandidateSource.Sampled, training, test, _streams, StreamPurpose.Candidates);
}
