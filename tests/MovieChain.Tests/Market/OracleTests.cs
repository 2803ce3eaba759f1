using MovieChain.Audience;
using MovieChain.Catalogue;
using MovieChain.Market;
using MovieChain.Randomness;
using MovieChain.Tests.Audience;

namespace MovieChain.Tests.Market;

public sealed class OracleTests
{
    private const int Like = 2 * HandMade.One;
    private const int Dislike = HandMade.One;

    [Fact]
    public void The_dearest_liked_films_come_first_and_ties_go_by_film_number()
    {
        var catalogue = HandMade.Catalogue((3, Like), (5, Dislike), (4, Like), (5, Like), (4, Like), (5, Like), (5, Like));

        Assert.Equal([3, 5, 6, 2], Slate(catalogue, balance: 1000, size: 4));
    }

    [Fact]
    public void Films_that_are_not_bought_make_up_the_number()
    {
        var catalogue = HandMade.Catalogue((3, Like), (5, Dislike), (4, Dislike), (5, Like), (4, Dislike));

        var slate = Slate(catalogue, balance: 1000, size: 4);

        Assert.Equal([3, 0], slate[..2]);
        Assert.Equal(4, slate.Distinct().Count());
    }

    [Fact]
    public void A_small_balance_is_used_up_by_other_films_than_the_dearest()
    {
        var catalogue = HandMade.Catalogue((5, Like), (5, Like), (4, Like), (4, Like), (3, Like), (3, Like));

        Assert.Equal(11, Takings(catalogue, balance: 11, size: 3));
        Assert.Equal(8, Takings(catalogue, balance: 8, size: 3));
        Assert.Equal(5, Takings(catalogue, balance: 7, size: 1));
        Assert.Equal(0, Takings(catalogue, balance: 2, size: 3));
    }

    [Fact]
    public void A_threshold_that_is_met_exactly_is_not_liked()
    {
        var catalogue = HandMade.Catalogue((5, Dislike), (3, Dislike + 1));

        Assert.Equal([1], Slate(catalogue, balance: 1000, size: 1));
    }

    [Fact]
    public void In_a_drawn_market_the_slate_is_the_ten_dearest_films_that_the_member_would_buy()
    {
        for (var seed = 1UL; seed <= 10; seed++)
        {
            var catalogue = FilmGenerator.Generate(new RandomStreams(seed), 100);
            var members = Members.Draw(seed, count: 100);
            var oracle = new Oracle(catalogue);
            var slate = new FilmId[10];
            for (var member = 0; member < members.Count; member++)
            {
                oracle.FillSlate(members, member, slate);
                var expected = Liked(catalogue, members, member).OrderByDescending(catalogue.Price).ThenBy(film => film).Take(10).ToArray();
                Assert.Equal(expected, slate[..expected.Length]);
                Assert.Equal(10, slate.Distinct().Count());
            }
        }
    }

    [Fact]
    public void A_slate_of_the_whole_catalogue_holds_every_film_once_whatever_the_balance()
    {
        var catalogue = FilmGenerator.Generate(new RandomStreams(1), 20);
        var members = Members.Draw(seed: 1, count: 100).WithBalances(member => member);
        var oracle = new Oracle(catalogue);
        var slate = new FilmId[20];
        for (var member = 0; member < members.Count; member++)
        {
            oracle.FillSlate(members, member, slate);
            Assert.Equal(Enumerable.Range(0, 20).Select(FilmId.At), slate.Order());
        }
    }

    [Fact]
    public void A_catalogue_too_large_for_the_stack_is_served_alike()
    {
        var catalogue = FilmGenerator.Generate(new RandomStreams(2), 1500);
        var members = Members.Draw(seed: 2, count: 20);
        var slate = new FilmId[10];
        for (var member = 0; member < members.Count; member++)
        {
            new Oracle(catalogue).FillSlate(members, member, slate);
            var expected = Liked(catalogue, members, member).OrderByDescending(catalogue.Price).ThenBy(film => film).Take(10).ToArray();
            Assert.Equal(expected, slate[..expected.Length]);
        }
    }

    private static IEnumerable<FilmId> Liked(FilmCatalogue catalogue, Population members, int member) => Enumerable.Range(0, catalogue.Count)
        .Select(FilmId.At)
        .Where(film => Appeal.Of(catalogue, members.Tastes(member), film) > members.Threshold(member));

    private static int[] Slate(FilmCatalogue catalogue, int balance, int size)
    {
        var slate = new FilmId[size];
        new Oracle(catalogue).FillSlate(HandMade.Audience((Dislike, balance)), 0, slate);
        return [.. slate.Select(film => (int)film.Index)];
    }

    private static long Takings(FilmCatalogue catalogue, int balance, int size) => HandMade
        .Place(catalogue, HandMade.Audience((Dislike, balance)), HandMade.Slates(Slate(catalogue, balance, size)), new Workers(1)).Takings.Units;
}
