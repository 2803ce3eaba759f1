using System.Collections.Immutable;
using MovieChain.Audience;
using MovieChain.Sealing;

namespace MovieChain.Simulation;

/// <summary>The registry of a simulation: it holds the secrets of those members who consent.</summary>
/// <param name="secrets">Where the secrets come from.</param>
/// <param name="members">All members, by provider.</param>
internal sealed class ConsentRegistry(SimulatedSecrets secrets, ImmutableArray<Population> members) : IConsentRegistry
{
    public int MemberCount(ProviderId owner) => owner.Index < members.Length ? members[owner.Index].Count : 0;

    public bool Holds(MemberId member) =>
        member.Number >= 0 && member.Number < MemberCount(member.Provider) && members[member.Provider.Index].Consents(member.Number);

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
