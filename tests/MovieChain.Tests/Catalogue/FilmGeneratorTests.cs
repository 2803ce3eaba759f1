using MovieChain.Catalogue;
using MovieChain.Randomness;

namespace MovieChain.Tests.Catalogue;

public sealed class FilmGeneratorTests
{
    [Fact]
    public void Prices_three_four_and_five_come_about_equally_often()
    {
        var prices = ManyFilms.All.Select(film => film.Price).ToList();

        Assert.Equal([3, 4, 5], prices.Distinct().Order());
        Assert.All([3, 4, 5], price => Assert.InRange(prices.Count(p => p == price) * 3.0 / prices.Count, 0.97, 1.03));
    }

    [Theory]
    [InlineData(3, -110)]
    [InlineData(4, -100)]
    [InlineData(5, 110)]
    public void A_dear_film_has_a_positive_pricing_trait_and_any_other_a_negative_one(int price, int trait) =>
        Assert.All(ManyFilms.All.Where(film => film.Price == price), film => Assert.Equal(trait, film.Traits[Criteria.Pricing]));

    [Fact]
    public void Reviews_take_every_value_of_their_range_and_no_other()
    {
        var expected = Enumerable.Range(-90, 165).Select(value => value > 0 ? value + 100 : value - 100);

        Assert.Equal(expected, ManyFilms.All.Select(film => film.Traits[Criteria.Reviews]).Distinct().Order());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Popularity_box_office_and_recency_reach_from_minus_140_to_158_hundredths(int place)
    {
        var values = ManyFilms.All.Select(film => film.Traits[Criteria.Reviews + place]).ToList();

        Assert.All(values, value => Assert.True(value is >= -140 and <= -100 or >= 101 and <= 158, $"{value}"));
        Assert.Equal(-140, values.Min());
        Assert.InRange(values.Max(), 155, 158);
    }

    [Fact]
    public void Recency_and_its_neighbours_have_the_mean_that_the_model_implies()
    {
        // E(lo) for m = U{-20..9} and lo = U{-40..m-1} is the mean of (m − 41)/2; E(hi) = 32; a value is (lo + hi − 1)/2 on average.
        const double Expected = ((-5.5 - 41) / 2 + 32 - 1) / 2;
        var values = ManyFilms.All.SelectMany(film => film.Traits[(Criteria.Reviews + 1)..Criteria.Pricing]).Select(v => v > 0 ? v - 100 : v + 100);

        Assert.InRange(values.Average(), Expected - 0.3, Expected + 0.3);
    }

    [Fact]
    public void A_longer_catalogue_begins_with_the_films_of_a_shorter_one()
    {
        var streams = new RandomStreams(5);

        var few = ManyFilms.Read(FilmGenerator.Generate(streams, 30));
        var many = ManyFilms.Read(FilmGenerator.Generate(streams, 300));

        Assert.Equal(few.Select(ManyFilms.Describe), many.Take(30).Select(ManyFilms.Describe));
        Assert.NotEqual(few.Select(ManyFilms.Describe), many.Skip(30).Take(30).Select(ManyFilms.Describe));
    }

    [Fact]
    public void The_same_seed_gives_the_same_films_and_another_seed_others()
    {
        var first = ManyFilms.Read(FilmGenerator.Generate(new RandomStreams(6), 20)).Select(ManyFilms.Describe).ToList();
        var second = ManyFilms.Read(FilmGenerator.Generate(new RandomStreams(6), 20)).Select(ManyFilms.Describe);
        var others = ManyFilms.Read(FilmGenerator.Generate(new RandomStreams(7), 20)).Select(ManyFilms.Describe);

        Assert.Equal(first, second);
        Assert.Empty(first.Intersect(others));
    }
}
