using MovieChain.Catalogue;
using MovieChain.Learning;
using MovieChain.Randomness;

namespace MovieChain.Tests.Learning;

public sealed class RandomSlatesTests
{
    [Theory]
    [InlineData(10, 10)]
    [InlineData(100, 10)]
    [InlineData(100, 99)]
    [InlineData(1024, 50)]
    [InlineData(1025, 50)]
    [InlineData(10_000, 10)]
    public void A_slate_holds_different_films_of_the_catalogue(int films, int size)
    {
        var policy = new RandomSlates(new RandomStreams(1), new Releases(films));
        for (var member = 0; member < 200; member++)
        {
            var slate = Draw(policy, member, week: 1, size);
            Assert.Equal(size, slate.Distinct().Count());
            Assert.All(slate, film => Assert.InRange(film.Index, 0, films - 1));
        }
    }

    [Fact]
    public void Every_film_is_offered_about_equally_often()
    {
        const int Draws = 40_000;
        var policy = new RandomSlates(new RandomStreams(2), new Releases(100));
        var counts = new int[100];
        for (var draw = 0; draw < Draws; draw++)
        {
            foreach (var film in Draw(policy, member: draw % 200, week: draw / 200, size: 10))
            {
                counts[film.Index]++;
            }
        }

        // A film is on a slate with probability 1/10: 4,000 times, standard deviation 60.
        Assert.All(counts, count => Assert.InRange(count, 3_730, 4_270));
    }

    [Fact]
    public void Every_set_of_films_is_drawn_about_equally_often()
    {
        const int Draws = 20_000;
        var policy = new RandomSlates(new RandomStreams(3), new Releases(6));
        var sets = Enumerable.Range(0, Draws)
            .CountBy(draw => string.Join(' ', Draw(policy, draw, week: 1, size: 3).Order().Select(film => film.Index)))
            .ToList();

        Assert.Equal(20, sets.Count);
        Assert.All(sets, set => Assert.InRange(set.Value, 1_000 - 150, 1_000 + 150));
    }

    [Fact]
    public void Another_member_and_another_week_bring_another_slate_and_the_same_ones_the_same()
    {
        var slate = Draw(new RandomSlates(new RandomStreams(4), new Releases(100)), member: 5, week: 6, size: 10);

        Assert.Equal(slate, Draw(new RandomSlates(new RandomStreams(4), new Releases(100)), member: 5, week: 6, size: 10));
        Assert.NotEqual(slate, Draw(new RandomSlates(new RandomStreams(4), new Releases(100)), member: 6, week: 6, size: 10));
        Assert.NotEqual(slate, Draw(new RandomSlates(new RandomStreams(4), new Releases(100)), member: 5, week: 7, size: 10));
    }

    private static FilmId[] Draw(RandomSlates policy, int member, int week, int size)
    {
        var slate = new FilmId[size];
        policy.FillSlate(new MemberId(ProviderId.At(0), member), new Week(week), slate);
        return slate;
    }
}
