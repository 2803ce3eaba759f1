using System.Collections.Immutable;
using MovieChain.Audience;
using MovieChain.Randomness;

namespace MovieChain.Tests.Audience;

/// <summary>Who subscribes to whom, and in which order members look at slates.</summary>
public sealed class SubscriptionsTests
{
    private static readonly ImmutableArray<int> _members = [30, 50, 20];
    private static readonly RandomStreams _streams = new(5);

    [Theory]
    [InlineData(0, 30, 50, 20)]
    [InlineData(1, 100, 100, 100)]
    public void A_provider_has_its_own_members_and_the_shared_ones_of_the_others(double fraction, params int[] subscribers)
    {
        var subscriptions = Subscriptions.Draw(_streams, _members, fraction);
        Assert.Equal(subscribers, Enumerable.Range(0, 3).Select(provider => subscriptions.Count(ProviderId.At(provider))));
        Assert.Equal(0, subscriptions.Count(ProviderId.At(3)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    [InlineData(0.5)]
    [InlineData(1)]
    public void Subscribers_are_own_members_then_others_by_provider_and_number_and_each_number_is_one_of_them(double fraction)
    {
        var subscriptions = Subscriptions.Draw(_streams, _members, fraction);
        for (var place = 0; place < 3; place++)
        {
            var provider = ProviderId.At(place);
            var people = Enumerable.Range(0, subscriptions.Count(provider)).Select(number => subscriptions.PersonOf(new(provider, number))).ToList();

            Assert.Equal(Enumerable.Range(0, _members[place]).Select(number => new MemberId(provider, number)), people[.._members[place]]);
            var others = people[_members[place]..];
            Assert.Equal(others.OrderBy(person => person.Provider.Index).ThenBy(person => person.Number), others);
            Assert.DoesNotContain(others, person => person.Provider == provider);
            Assert.Equal(subscriptions.SharedCount, others.Count + people[.._members[place]].Count(person => subscriptions.SharedPlace(person) is not null));
            Assert.All(people.Index(), one => Assert.Equal(one.Index, subscriptions.NumberOf(one.Item, provider)));
        }
    }

    [Fact]
    public void A_number_that_nobody_has_stands_for_itself()
    {
        var subscriptions = Subscriptions.Draw(_streams, _members, 1);
        Assert.All(
            [new MemberId(ProviderId.At(0), 100), new(ProviderId.At(2), int.MaxValue), new(ProviderId.At(63), 0)],
            nobody => Assert.Equal(nobody, subscriptions.PersonOf(nobody)));
    }

    [Fact]
    public void Who_is_shared_at_a_fraction_is_shared_at_every_higher_one()
    {
        HashSet<MemberId> fewer = [];
        for (var tenths = 0; tenths <= 10; tenths++)
        {
            HashSet<MemberId> more = [.. SharedAt(tenths / 10.0)];
            Assert.Superset(fewer, more);
            Assert.InRange(more.Count, (tenths * 10) - 15, (tenths * 10) + 15);
            fewer = more;
        }

        Assert.Equal(100, fewer.Count);

        static IEnumerable<MemberId> SharedAt(double fraction)
        {
            var subscriptions = Subscriptions.Draw(_streams, _members, fraction);
            return Everybody().Where(person => subscriptions.SharedPlace(person) is not null);
        }
    }

    [Fact]
    public void The_order_of_visits_is_drawn_for_each_member_and_week_and_all_orders_are_equally_likely()
    {
        var subscriptions = Subscriptions.Draw(_streams, _members, 1);
        var orders = Enumerable.Range(1, 120)
            .SelectMany(week => Everybody().Select(person => (person, week, Order: string.Concat(OrderOf(Visits.Draw(subscriptions, _streams, new Week(week), new Workers(1)), person)))))
            .ToList();

        // 12,000 draws of six orders: 2,000 each, standard deviation 41.
        Assert.All(orders.CountBy(drawn => drawn.Order), order => Assert.InRange(order.Value, 1_850, 2_150));
        Assert.Equal(6, orders.DistinctBy(drawn => drawn.Order).Count());
        Assert.All(orders.GroupBy(drawn => drawn.person), week => Assert.Equal(6, week.DistinctBy(drawn => drawn.Order).Count()));
        Assert.All(orders.GroupBy(drawn => drawn.week), member => Assert.Equal(6, member.DistinctBy(drawn => drawn.Order).Count()));
    }

    [Fact]
    public void Who_has_one_provider_visits_it_alone()
    {
        var subscriptions = Subscriptions.Draw(_streams, _members, 0.5);
        var visits = Visits.Draw(subscriptions, _streams, new Week(3), new Workers(2));
        Assert.All(
            Everybody(),
            person => Assert.Equal(
                subscriptions.SharedPlace(person) is null ? [person.Provider.Index] : [0, 1, 2],
                OrderOf(visits, person).Order()));
    }

    private static byte[] OrderOf(Visits visits, MemberId person) => visits.Of(person).ToArray();

    private static IEnumerable<MemberId> Everybody() =>
        _members.Index().SelectMany(home => Enumerable.Range(0, home.Item).Select(number => new MemberId(ProviderId.At(home.Index), number)));
}
