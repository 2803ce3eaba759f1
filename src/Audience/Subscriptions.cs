using System.Collections.Immutable;
using MovieChain.Randomness;

namespace MovieChain.Audience;

/// <summary>
/// Subscriptions of members to providers. Every member belongs to its home provider, under a number there. Shared members subscribe to all
/// providers. The subscribers of a provider are its own members, then the shared members of the other providers, ordered by provider and
/// number. The position in this list is the subscriber number, by which the provider knows the member.
/// </summary>
internal sealed class Subscriptions
{
    private const int Exclusive = -1;

    private readonly ImmutableArray<int> _members;
    private readonly ImmutableArray<MemberId> _shared;

    /// <summary>Number of shared members of all providers before each one; the last entry is the total.</summary>
    private readonly ImmutableArray<int> _sharedBefore;

    /// <summary>By provider and member number: the index among the shared members, or <see cref="Exclusive"/>.</summary>
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

    public int Providers => _members.Length;

    public int SharedCount => _shared.Length;

    /// <summary>Draws the shared members. A higher fraction draws the same members and more.</summary>
    /// <param name="streams">Random streams.</param>
    /// <param name="members">Number of members per home provider.</param>
    /// <param name="fraction">Fraction of members who are shared, 0 to 1.</param>
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

    /// <summary>Number of subscribers; 0 for a provider that does not exist.</summary>
    public int Count(ProviderId provider) => provider.Index < Providers ? _members[provider.Index] + SharedCount - SharedOf(provider.Index) : 0;

    /// <summary>Index among the shared members; null for a member of one provider only.</summary>
    public int? SharedPlace(MemberId person) => SharedCount > 0 && _places[person.Provider.Index][person.Number] is var place and not Exclusive ? place : null;

    /// <summary>The member behind a subscriber number. A number outside the list of subscribers maps to itself.</summary>
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

    /// <summary>Subscriber number of a member, who must subscribe to the provider.</summary>
    public int NumberOf(MemberId person, ProviderId provider)
    {
        if (person.Provider == provider)
        {
            return person.Number;
        }

        var place = _places[person.Provider.Index][person.Number];
        return _members[provider.Index] + (place < _sharedBefore[provider.Index] ? place : place - SharedOf(provider.Index));
    }

    /// <summary>The subscribers of a provider, with the attributes from <paramref name="homes"/>, the populations of all providers.</summary>
    public IMembers Gather(ImmutableArray<Population> homes, ProviderId provider) =>
        SharedCount == 0 ? homes[provider.Index] : new Subscribers(this, homes, provider);

    internal ReadOnlySpan<MemberId> Shared => _shared.AsSpan();

    private int SharedOf(int provider) => _sharedBefore[provider + 1] - _sharedBefore[provider];
}
