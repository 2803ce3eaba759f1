using System.Collections.Immutable;
using MovieChain.Audience;
using MovieChain.Exchange.Sealing;

namespace MovieChain.Exchange;

/// <summary>The consent registry of a simulation. It holds one secret for each subscription of a consenting member, and links the
/// subscriptions of one member.</summary>
/// <param name="secrets">The source of the secrets.</param>
/// <param name="subscriptions">The subscribers of each provider.</param>
/// <param name="consents">Whether each member consents, by home provider and number.</param>
internal sealed class ConsentRegistry(SimulatedSecrets secrets, Subscriptions subscriptions, ImmutableArray<bool[]> consents) : IConsentRegistry
{
    /// <summary>The registry for the current consent of the members.</summary>
    public static ConsentRegistry Of(SimulatedSecrets secrets, Subscriptions subscriptions, ImmutableArray<Population> members) =>
        new(secrets, subscriptions, [.. members.Select(population => Enumerable.Range(0, population.Count).Select(population.Consents).ToArray())]);

    public int MemberCount(ProviderId owner) => subscriptions.Count(owner);

    public bool Holds(MemberId member)
    {
        if (member.Number < 0 || member.Number >= MemberCount(member.Provider))
        {
            return false;
        }

        var person = PersonOf(member);
        return consents[person.Provider.Index][person.Number];
    }

    public MemberId PersonOf(MemberId subscriber) => subscriptions.PersonOf(subscriber);

    public bool TryGetSecret(MemberId member, Span<byte> secret)
    {
        if (!Holds(member))
        {
            return false;
        }

        secrets.DeriveMemberSecret(member, secret);
        return true;
    }
}
