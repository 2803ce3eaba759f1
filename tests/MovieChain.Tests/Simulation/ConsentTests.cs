using MovieChain.Catalogue;
using MovieChain.Exchange.Records;
using MovieChain.Learning;
using MovieChain.Market;
using MovieChain.Randomness;
using MovieChain.Simulation;

namespace MovieChain.Tests.Simulation;

/// <summary>What the chain tells about members who did not consent.</summary>
public sealed class ConsentTests
{
    [Fact]
    public void Without_consent_no_identity_is_on_the_chain()
    {
        foreach (var recommender in SmallRuns.Recommenders)
        {
            var orders = SmallRuns.Orders(SmallRuns.Run(SmallRuns.Options(recommender) with { Consent = 0 }).Chain);

            Assert.NotEmpty(orders);
            Assert.All(orders, order => Assert.Null(order.Member));
            Assert.All(orders, order => Assert.NotEmpty(order.Films));
        }
    }

    [Fact]
    public void With_full_consent_everybody_is_named_every_week_with_the_whole_slate()
    {
        var orders = SmallRuns.Orders(SmallRuns.Run(SmallRuns.Options("random") with { Consent = 1 }).Chain);

        Assert.Equal(
            from week in Enumerable.Range(1, 4) from author in Enumerable.Range(0, 3) from member in Enumerable.Range(0, 12) select (week, author, (int?)member),
            orders.Select(order => (order.Week.Number, order.Author, order.Member)));
        Assert.All(orders, order => Assert.Equal(10, order.Films.Distinct().Count()));
    }

    [Fact]
    public void Exactly_those_who_consent_are_named()
    {
        foreach (var recommender in SmallRuns.Recommenders)
        {
            var options = SmallRuns.Options(recommender, customers: 30, weeks: 2) with { Consent = 0.5 };
            var state = SmallRuns.States(options)[^1];
            var orders = SmallRuns.Orders(state.Chain);

            for (var provider = 0; provider < 3; provider++)
            {
                var members = state.Providers[provider].Members;
                var consenting = Enumerable.Range(0, members.Count).Where(members.Consents).ToList();
                Assert.InRange(consenting.Count, 1, members.Count - 1);
                Assert.All([1, 2], week => Assert.Equal(
                    consenting, orders.Where(order => order.Author == provider && order.Week.Number == week && order.Member is not null)
                        .Select(order => order.Member ?? -1)));
            }
        }
    }

    [Fact]
    public void Anonymous_orders_are_what_the_members_bought_in_an_order_that_is_not_theirs()
    {
        var options = SmallRuns.Options("random", customers: 30, weeks: 1) with { Consent = 0 };
        var states = SmallRuns.States(options);

        for (var provider = 0; provider < 3; provider++)
        {
            var onChain = SmallRuns.Orders(states[1].Chain).Where(order => order.Author == provider).Select(order => order.Bytes).ToList();

            var inMembersOrder = BoughtInFirstWeek(options, states[0], provider);

            Assert.Equal(inMembersOrder.Select(Convert.ToHexString).Order(StringComparer.Ordinal), onChain.Select(Convert.ToHexString));
            Assert.NotEqual(inMembersOrder, onChain);
        }
    }

    [Fact]
    public void Who_consents_at_a_fraction_consents_at_every_higher_one()
    {
        var names = ((double[])[0.2, 0.5, 0.8]).Select(consent =>
            SmallRuns.Orders(SmallRuns.Run(SmallRuns.Options("random", 30, 1) with { Consent = consent }).Chain)
                .Where(order => order.Member is not null).Select(order => (order.Author, order.Member)).ToHashSet()).ToList();

        Assert.True(names[0].IsProperSubsetOf(names[1]));
        Assert.True(names[1].IsProperSubsetOf(names[2]));
    }

    /// <summary>The records as they would stand in the members' order, made from the hidden truth.</summary>
    private static List<byte[]> BoughtInFirstWeek(SimulationOptions options, SimulationState before, int provider)
    {
        var streams = new RandomStreams((ulong)options.Seed);
        var members = before.Providers[provider].Members;
        var random = new RandomSlates(streams, new Releases(options.Films));
        var slates = new Slates(
            members.Count, options.Slate, (member, slate) => random.FillSlate(members.Id(member), new Week(1), slate), new Workers(1));
        var orders = Market.HandMade.Place(FilmGenerator.Generate(streams, options.Films), members, slates, new Workers(1));
        return
        [
            .. from member in Enumerable.Range(0, members.Count)
               let films = Enumerable.Range(0, options.Slate)
                   .Where(position => orders.RatingAt(member, position) is not null)
                   .Select(position => orders.Slates[member][position])
                   .Order()
                   .ToArray()
               where films.Length > 0
               select AnonymousOrder.Write(new Week(1), films),
        ];
    }
}
