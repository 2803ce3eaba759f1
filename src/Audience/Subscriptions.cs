using System.Collections.Immutable;
using MovieChain.Randomness;

namespace MovieChain.Audience;

/// <summary>
/// Who subscribes to whom. Every member belongs to one provider and is known by its number there; some subscribe to all others as well. A
/// provider's subscribers are its own members, then the shared members of the others by provider and number, and a subscriber's
/// number is its place among them: that is the name under which the provider knows it.
/// </summary>
internal sealed class Subscriptions
{
    private const int Exclusive = -1;

    private readonly ImmutableArray<int> _members;
    private readonly ImmutableArray<MemberId> _shared;

    /// <summary>How many shared members belong to the providers before each, and at the end how many there are.</summary>
    private readonly ImmutableArray<int> _sharedBefore;

    /// <summary>Each member's place among the shared ones, or <see cref="Exclusive"/>; by provider.</summary>
    private readonly ImmutableArray<int[]> _places;

    private Subscriptions(ImmutableArray<int> members, ImmutableArray<int[]> places, ImmutableArray<MemberId> shared)
    {
        _members = members;
        _places = places;
        _shared = shared;
        _sharedBefore =
        [
            .. Enumerable.Range(0, members.Length + 1).Select(provider => shared.TakeWhile(member => member.Provider.Index < provider).Count()),
        ];
    }

    /// <summary>How many providers there are.</summary>
    public int Providers => _members.Length;

    /// <summary>How many members subscribe to all providers.</summary>
    public int SharedCount => _shared.Length;

    /// <summary>Draws who subscribes to all providers. Whoever does at a fraction does at every higher one.</summary>
    /// <param name="streams">The simulation's chance.</param>
    /// <param name="members">How many members belong to each provider.</param>
    /// <param name="fraction">The fraction of them who subscribe to all, 0 to 1.</param>
    public static Subscriptions Draw(RandomStreams streams, IEnumerable<int> members, double fraction)
    {
        var counts = members.ToImmutableArray();
        var shared = ImmutableArray.CreateBuilder<MemberId>();
        var places = ImmutableArray.CreateBuilder<int[]>();
        for (var provider = 0; fraction > 0 && provider < counts.Length; provider++)
        {
            var own = new int[counts[provider]];
            for (var number = 0; number < own.Length; number++)
            {
                var member = new MemberId(ProviderId.At(provider), number);
                var isShared = streams.For(StreamPurpose.SharedAudience, member).NextDouble() < fraction;
                own[number] = isShared ? shared.Count : Exclusive;
                if (isShared)
                {
                    shared.Add(member);
                }
            }

            places.Add(own);
        }

        return new Subscriptions(counts, places.ToImmutable(), shared.ToImmutable());
    }

    /// <summary>How many subscribers a provider has; 0 where there is no such provider.</summary>
    public int Count(ProviderId provider) => provider.Index < Providers ? _members[provider.Index] + SharedCount - SharedOf(provider.Index) : 0;

    /// <summary>A member's place among the shared ones; null where it subscribes to one provider alone.</summary>
    public int? SharedPlace(MemberId person) => SharedCount > 0 && _places[person.Provider.Index][person.Number] is var place and not Exclusive ? place : null;

    /// <summary>The member that a provider's subscriber is. A number that the provider has not given to anybody stands for itself.</summary>
    public MemberId PersonOf(MemberId subscriber)
    {
        var provider = subscriber.Provider.Index;
        if (SharedCount == 0 || provider >= Providers || subscriber.Number < _members[provider] || subscriber.Number >= Count(subscriber.Provider))
        {
            return subscriber;
        }

        var place = subscriber.Number - _members[provider];
        return _shared[place < _sharedBefore[provider] ? place : place + SharedOf(provider)];
    }

    /// <summary>The number of a member among a provider's subscribers; the member must be one.</summary>
    public int NumberOf(MemberId person, ProviderId provider)
    {
        if (person.Provider == provider)
        {
            return person.Number;
        }

        var place = _places[person.Provider.Index][person.Number];
        return _members[provider.Index] + (place < _sharedBefore[provider.Index] ? place : place - SharedOf(provider.Index));
    }

    /// <summary>A provider's subscribers, seen as they are in their homes.</summary>
    /// <param name="homes">The members of every provider.</param>
    /// <param name="provider">The provider.</param>
    public IMembers Gather(ImmutableArray<Population> homes, ProviderId provider) =>
        SharedCount == 0 ? homes[provider.Index] : new Subscribers(this, homes, provider);

    /// <summary>The shared members, in order.</summary>
    internal ReadOnlySpan<MemberId> Shared => _shared.AsSpan();

    private int SharedOf(int provider) => _sharedBefore[provider + 1] - _sharedBefore[provider];
}
