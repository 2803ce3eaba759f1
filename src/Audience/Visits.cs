using MovieChain.Randomness;

namespace MovieChain.Audience;

/// <summary>The order in which each member visits its providers in one week.</summary>
internal sealed class Visits
{
    private static readonly byte[] _providers = [.. Enumerable.Range(0, ProviderId.MaxCount).Select(index => (byte)index)];

    private readonly Subscriptions _subscriptions;
    private readonly byte[] _orders;

    private Visits(Subscriptions subscriptions, byte[] orders)
    {
        _subscriptions = subscriptions;
        _orders = orders;
    }

    /// <summary>Draws a uniformly random order for every shared member. Source: Durstenfeld, "Algorithm 235: Random permutation", CACM 1964.</summary>
    public static Visits Draw(Subscriptions subscriptions, RandomStreams streams, Week week, Workers workers)
    {
        var providers = subscriptions.Providers;
        var orders = new byte[subscriptions.SharedCount * providers];
        workers.ForRanges(subscriptions.SharedCount, (start, end) =>
        {
            for (var place = start; place < end; place++)
            {
                var order = orders.AsSpan(place * providers, providers);
                _providers.AsSpan(0, providers).CopyTo(order);
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

    /// <summary>Indices of the providers of a member, in order of the visits.</summary>
    public ReadOnlySpan<byte> Of(MemberId person) =>
        _subscriptions.SharedPlace(person) is { } place
            ? _orders.AsSpan(place * _subscriptions.Providers, _subscriptions.Providers)
            : _providers.AsSpan(person.Provider.Index, 1);
}
