using MovieChain.Catalogue;
using MovieChain.Learning;
using MovieChain.Market;
using MovieChain.Randomness;
using MovieChain.Tests.Audience;

namespace MovieChain.Tests.Market;

/// <summary>The closed form of the random floor: what is drawn blindly is liked as often as films are liked at all.</summary>
public sealed class RandomMarketTests
{
    private const int Films = 100;
    private const int Size = 10;
    private const int Weeks = 400;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_share_bought_of_random_slates_is_the_fraction_of_films_that_members_like(ulong seed)
    {
        var streams = new RandomStreams(seed);
        var catalogue = FilmGenerator.Generate(streams, Films);
        var members = Members.Draw(seed, count: 50);
        var policy = new RandomSlates(streams, new Releases(Films));

        var bought = 0L;
        var takings = 0L;
        for (var week = 1; week <= Weeks; week++)
        {
            var slates = new Slates(members.Count, Size, (member, slate) => policy.FillSlate(members.Id(member), new Week(week), slate), new Workers(1));
            var orders = HandMade.Place(catalogue, members, slates, new Workers(1));
            bought += orders.Bought;
            takings += orders.Takings.Units;
        }

        var (expectedBought, expectedTakings, variance) = (0.0, 0.0, 0.0);
        for (var member = 0; member < members.Count; member++)
        {
            var liked = Enumerable.Range(0, Films).Select(FilmId.At)
                .Where(film => Appeal.Of(catalogue, members.Tastes(member), film) > members.Threshold(member)).ToList();
            var fraction = liked.Count / (double)Films;
            expectedBought += Weeks * Size * fraction;
            expectedTakings += Weeks * Size * liked.Sum(film => catalogue.Price(film).Units) / (double)Films;
            variance += Weeks * Size * fraction * (1 - fraction) * (Films - Size) / (Films - 1);
        }

        var error = 4.5 * Math.Sqrt(variance);
        Assert.InRange(bought, expectedBought - error, expectedBought + error);
        Assert.InRange(takings, expectedTakings - (5 * error), expectedTakings + (5 * error));
        Assert.True(error < expectedBought / 20, "The error is small enough for the test to mean something.");
    }
}
