namespace MovieChain.Sealing;

/// <summary>
/// Where members keep the secrets that their records are sealed with, off the chain. A member who withdraws has its secret destroyed:
/// from then on nobody can read what the chain holds of it, whatever else was granted.
/// </summary>
internal interface IConsentRegistry
{
    /// <summary>How many members of a provider the registry may know: their numbers lie below this.</summary>
    int MemberCount(ProviderId owner);

    /// <summary>Whether the registry holds a member's secret.</summary>
    bool Holds(MemberId member);

    /// <summary>The member under whose name a provider's subscriber is known to all: itself, unless the registry knows that it belongs to
    /// another provider.</summary>
    MemberId PersonOf(MemberId subscriber) => subscriber;

    /// <summary>Writes a member's secret of 32 bytes; false when the registry does not hold it.</summary>
    bool TryGetSecret(MemberId member, Span<byte> secret);
}
