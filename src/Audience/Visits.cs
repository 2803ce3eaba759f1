using MovieChain.Randomness;

namespace MovieChain.Audience;

/// <summary>In which order each member looks at the slates of its providers in one week.</summary>
internal sealed class Visits
{
    private static readonly byte[] _places = [.. Enumerable.Range(0, ProviderId.MaxCount).Select(place => (byte)place)];

    private readonly Subscriptions _subscriptions;
    private readonly byte[] _orders;

    private Visits(Subscriptions subscriptions, byte[] orders)
    {
        _subscriptions = subscriptions;
        _orders = orders;
    }

    /// <summary>Draws every shared member's order for a week; every order is equally likely. Source: Durstenfeld, "Algorithm 235: Random
    /// permutation", CACM 1964.</summary>
    /// <param name="subscriptions">Who subscribes to whom.</param>
    /// <param name="streams">The simulation's chance.</param>
    /// <param name="week">The week.</param>
    /// <param name="workers">Who does the work.</param>
    public static Visits Draw(Subscriptions subscriptions, RandomStreams streams, Week week, Workers workers)
    {
        var providers = subscriptions.Providers;
        var orders = new byte[subscriptions.SharedCount * providers];
        workers.ForRanges(subscriptions.SharedCount, (start, end) =>
        {
            for (var place = start; place < end; place++)
            {
                var order = orders.AsSpan(place * providers, providers);
                _places.AsSpan(0, providers).CopyTo(order);
                var stream = streams.For(StreamPurpose.VisitOrder, subscriptions.Shared[place], week);
                for (var last = providers - 1; last > 0; last--)
                {
                    var other = stream.NextInt32(0, last);
                    (order[last], order[other]) = (order[other], order[last]);
                }
            }
        });

        return new Visits(subscriptions, orders);
    }

    /// <summary>The places of a member's providers, in the order in which it looks at their slates.</summary>
    public ReadOnlySpan<byte> Of(MemberId person) =>
        _subscriptions.SharedPlace(person) is { } place
            ? _orders.AsSpan(place * _subscriptions.Providers, _subscriptions.Providers)
            : _places.AsSpan(person.Provider.Index, 1);
}
