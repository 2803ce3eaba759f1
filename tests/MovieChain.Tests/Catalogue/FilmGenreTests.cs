using MovieChain.Catalogue;

namespace MovieChain.Tests.Catalogue;

public sealed class FilmGenreTests
{
    private const int Emphasised = 150;

    [Fact]
    public void A_genre_lies_within_its_plain_or_its_emphasised_range_and_reaches_the_ends_of_both()
    {
        var genres = ManyFilms.All.SelectMany(film => film.Traits[..Criteria.Genres]).ToHashSet();

        Assert.All(genres, value => Assert.True(value is >= -160 and <= -101 or >= 100 and <= 148 or >= 150 and <= 199, $"{value}"));
        Assert.All([-160, -101, 100, 148, 150, 199], value => Assert.Contains(value, genres));
    }

    [Fact]
    public void One_to_four_genres_are_emphasised_as_often_as_draws_with_replacement_make_them()
    {
        var counts = ManyFilms.All.Select(film => film.Traits[..Criteria.Genres].Count(trait => trait >= Emphasised)).ToList();
        double[] expected = [0, Probability(1), Probability(2), Probability(3), Probability(4)];

        Assert.Equal([1, 2, 3, 4], counts.Distinct().Order());
        for (var count = 1; count <= 4; count++)
        {
            Assert.InRange(counts.Count(c => c == count) / (double)counts.Count, expected[count] - 0.01, expected[count] + 0.01);
        }
    }

    [Fact]
    public void Every_genre_is_emphasised_about_equally_often()
    {
        var counts = Enumerable.Range(0, Criteria.Genres).Select(genre => ManyFilms.All.Count(film => film.Traits[genre] >= Emphasised)).ToList();

        Assert.All(counts, count => Assert.InRange(count / counts.Average(), 0.95, 1.05));
    }

    [Fact]
    public void Plain_genres_have_the_mean_that_the_model_implies()
    {
        // lo is −38 on average and hi 27, a value (lo + hi − 1)/2.
        var values = ManyFilms.All.SelectMany(film => film.Traits[..Criteria.Genres]).Where(v => v < Emphasised).Select(v => v >= 0 ? v - 100 : v + 100);

        Assert.InRange(values.Average(), -6.3, -5.7);
    }

    [Fact]
    public void Every_genre_of_a_film_has_a_range_of_its_own()
    {
        // One range for the whole film would give its genres a covariance of (var lo + var hi)/4 = 84.
        var pairs = ManyFilms.All
            .SelectMany(film => Enumerable.Range(0, Criteria.Genres / 2).Select(i => (Left: film.Traits[2 * i], Right: film.Traits[(2 * i) + 1])))
            .Where(pair => pair.Left < Emphasised && pair.Right < Emphasised)
            .Select(pair => (Left: Plain(pair.Left), Right: Plain(pair.Right)))
            .ToList();
        var covariance = pairs.Average(pair => pair.Left * pair.Right) - (pairs.Average(pair => pair.Left) * pairs.Average(pair => pair.Right));

        Assert.InRange(covariance, -10, 10);
    }

    private static double Plain(int trait) => trait >= 0 ? trait - 100 : trait + 100;

    /// <summary>The probability that 2, 3 or 4 draws from twelve genres hit that many different ones.</summary>
    private static double Probability(int different) => (Hits(2, different) + Hits(3, different) + Hits(4, different)) / 3;

    private static double Hits(int draws, int different) => (draws, different) switch
    {
        (0, 0) => 1,
        (0, _) or (_, 0) => 0,
        _ => (Hits(draws - 1, different) * different / 12.0) + (Hits(draws - 1, different - 1) * (13 - different) / 12.0),
    };
}
