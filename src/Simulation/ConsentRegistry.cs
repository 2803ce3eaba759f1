using System.Collections.Immutable;
using MovieChain.Audience;
using MovieChain.Randomness;
using MovieChain.Sealing;

namespace MovieChain.Simulation;

/// <summary>The registry of a simulation: it holds the secrets of those members who consent, for each of their subscriptions another, and knows
/// which subscriptions are one member's.</summary>
internal sealed class ConsentRegistry : IConsentRegistry
{
    private readonly SimulatedSecrets _secrets;
    private readonly Subscriptions _subscriptions;
    private readonly ImmutableArray<bool[]> _holds;

    /// <summary>A registry.</summary>
    /// <param name="secrets">Where the secrets come from.</param>
    /// <param name="subscriptions">Who subscribes to whom.</param>
    /// <param name="consents">Whether each member consents, by the provider that it belongs to.</param>
    private ConsentRegistry(SimulatedSecrets secrets, Subscriptions subscriptions, ImmutableArray<bool[]> consents)
    {
        _secrets = secrets;
        _subscriptions = subscriptions;
        _holds = consents;
    }

    /// <summary>The registry as it is while the members are as given.</summary>
    public static ConsentRegistry Of(SimulatedSecrets secrets, Subscriptions subscriptions, ImmutableArray<Population> members) =>
        new(secrets, subscriptions, [.. members.Select(population => Enumerable.Range(0, population.Count).Select(population.Consents).ToArray())]);

    /// <summary>The registry as it is after a week of a run.</summary>
    public static ConsentRegistry Of(SimulationOptions options, Week week)
    {
        var streams = new RandomStreams((ulong)options.Seed);
        return new(
            new SimulatedSecrets((ulong)options.Seed),
            World.SubscriptionsOf(options, streams),
            [.. options.Providers.Select((_, p) => Consents(options, ProviderId.At(p), week, streams))]);
    }

    public int MemberCount(ProviderId owner) => _subscriptions.Count(owner);

    public bool Holds(MemberId member)
    {
        if (member.Number < 0 || member.Number >= MemberCount(member.Provider))
        {
            return false;
        }

        var person = PersonOf(member);
        return _holds[person.Provider.Index][person.Number];
    }

    public MemberId PersonOf(MemberId subscriber) => _subscriptions.PersonOf(subscriber);

    public bool TryGetSecret(MemberId member, Span<byte> secret)
    {
        if (!Holds(member))
        {
            return false;
        }

        _secrets.DeriveMemberSecret(member, secret);
        return true;
    }

    private static bool[] Consents(SimulationOptions options, ProviderId provider, Week week, RandomStreams streams)
    {
        var consents = new bool[options.Providers[provider.Index].Customers];
        for (var number = 0; number < consents.Length; number++)
        {
            consents[number] = MemberGenerator.Consents(streams, new MemberId(provider, number), options.Consent);
        }

        if (options.Revoke is { } revocation && revocation.Week.Number <= week.Number)
        {
            var consenting = Enumerable.Range(0, consents.Length).Where(number => consents[number]).Select(number => new MemberId(provider, number));
            foreach (var member in ConsentWithdrawal.Choose(consenting, revocation.Fraction, streams))
            {
                consents[member.Number] = false;
            }
        }

        return consents;
    }
}
