using MovieChain.Audience;
using MovieChain.Catalogue;
using MovieChain.Learning;
using MovieChain.Market;
using MovieChain.Randomness;

namespace MovieChain.Tests.Market;

public sealed class OrdersTests
{
    private const int One = HandMade.One;

    [Fact]
    public void A_member_buys_what_appeals_more_than_its_threshold_and_not_what_appeals_just_as_much()
    {
        var catalogue = HandMade.Catalogue((3, (5 * One) - 1), (3, 5 * One), (3, (5 * One) + 1));

        var orders = Place(catalogue, HandMade.Audience((5 * One, 100)), [0, 1, 2]);

        Assert.Equal([null, null, 31], orders.Ratings(0));
        Assert.Equal(new Money(3), orders.Takings);
    }

    [Fact]
    public void A_member_buys_in_slate_order_and_passes_over_what_it_can_no_longer_pay()
    {
        var catalogue = HandMade.Catalogue((5, 8 * One), (4, 8 * One), (3, 8 * One), (1, 8 * One));

        Assert.Equal([50, null, 50, null], Place(catalogue, HandMade.Audience((One, 8)), [0, 1, 2, 3]).Ratings(0));
        Assert.Equal([50, 50, 50, null], Place(catalogue, HandMade.Audience((One, 8)), [3, 2, 1, 0]).Ratings(0));
        Assert.Equal([null, 50, null, null], Place(catalogue, HandMade.Audience((One, 4)), [0, 1, 2, 3]).Ratings(0));
    }

    [Theory]
    [InlineData(13, true)]
    [InlineData(12, false)]
    public void A_member_may_spend_its_last_coin(int balance, bool buysTheLast)
    {
        var catalogue = HandMade.Catalogue((5, 8 * One), (5, 8 * One), (3, 8 * One));

        var orders = Place(catalogue, HandMade.Audience((One, balance)), [0, 1, 2]);

        Assert.Equal(buysTheLast, orders.RatingAt(0, 2) is not null);
        Assert.Equal(new Money(buysTheLast ? 13 : 10), orders.Spent[0]);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(799_999, 0)]
    [InlineData(800_000, 1)]
    [InlineData(8 * One, 50)]
    [InlineData((8 * One) + 799_999, 50)]
    [InlineData((8 * One) + 800_000, 51)]
    [InlineData((16 * One) - 800_001, 99)]
    [InlineData((16 * One) - 800_000, 100)]
    [InlineData(16 * One, 100)]
    [InlineData((16 * One) + 1, 100)]
    [InlineData(40 * One, 100)]
    public void A_rating_is_the_appeal_capped_at_16_as_a_fraction_of_16_in_hundredths(int appeal, int expected)
    {
        var orders = Place(HandMade.Catalogue((3, appeal)), HandMade.Audience((0, 100)), [0]);

        Assert.Equal([expected], orders.Ratings(0));
    }

    [Fact]
    public void Every_member_decides_for_itself_and_the_totals_are_the_sums()
    {
        var catalogue = HandMade.Catalogue((3, 6 * One), (4, 7 * One), (5, 8 * One));
        var audience = HandMade.Audience((5 * One, 100), (7 * One, 100), (9 * One, 100), (5 * One, 6));

        var orders = Place(catalogue, audience, [0, 1, 2], [2, 1, 0], [0, 1, 2], [2, 1, 0]);

        Assert.Equal([38, 44, 50], orders.Ratings(0));
        Assert.Equal([50, null, null], orders.Ratings(1));
        Assert.Equal([null, null, null], orders.Ratings(2));
        Assert.Equal([50, null, null], orders.Ratings(3));
        Assert.Equal([3, 1, 0, 1], Enumerable.Range(0, orders.Slates.Members).Select(orders.CountPurchases));
        Assert.Equal([12, 5, 0, 5], orders.Spent.ToArray().Select(spent => spent.Units));
        Assert.Equal(new Money(22), orders.Takings);
        Assert.Equal(12, orders.Offered);
        Assert.Equal(5, orders.Bought);
    }

    [Fact]
    public void In_a_drawn_market_takings_are_the_prices_paid_and_every_purchase_follows_the_rule()
    {
        var streams = new RandomStreams(31);
        var catalogue = FilmGenerator.Generate(streams, 100);
        var members = MemberGenerator.Generate(streams, ProviderId.At(0), 600, 0.9, new Workers(1)).WithBalances(member => member % 40);
        var policy = new RandomSlates(streams, new Releases(100));
        var slates = new Slates(members.Count, 10, (member, slate) => policy.FillSlate(members.Id(member), new Week(1), slate), new Workers(1));

        var orders = HandMade.Place(catalogue, members, slates, new Workers(2));

        var takings = 0L;
        for (var member = 0; member < members.Count; member++)
        {
            var left = members.Balance(member).Units;
            for (var position = 0; position < 10; position++)
            {
                var film = slates[member][position];
                var price = catalogue.Price(film).Units;
                var dot = Enumerable.Range(0, 17).Sum(c => members.Tastes(member)[c] / 100_000m * catalogue.Trait(film, c) / 100m);
                var buys = dot > members.Threshold(member) / (decimal)One && price <= left;
                int? rating = buys ? (int)Math.Round(Math.Min(dot, 16) / 16 * 100, MidpointRounding.AwayFromZero) : null;
                Assert.Equal(rating, orders.RatingAt(member, position)?.Hundredths);
                left -= buys ? price : 0;
                takings += buys ? price : 0;
            }
        }

        Assert.Equal(takings, orders.Takings.Units);
        Assert.True(takings > 0);
    }

    private static Orders Place(FilmCatalogue catalogue, Population audience, params int[][] slates) =>
        HandMade.Place(catalogue, audience, HandMade.Slates(slates), new Workers(1));
}
