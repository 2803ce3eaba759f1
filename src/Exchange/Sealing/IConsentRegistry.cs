namespace MovieChain.Exchange.Sealing;

/// <summary>
/// Holds, off the chain, the members' secrets that seal their records. If a member withdraws, its secret is deleted. After that nobody can
/// read the member's records on the chain, even with a grant.
/// </summary>
internal interface IConsentRegistry
{
    /// <summary>Exclusive upper bound of the numbers of a provider's members.</summary>
    int MemberCount(ProviderId owner);

    /// <summary>Whether the registry holds a member's secret.</summary>
    bool Holds(MemberId member);

    /// <summary>The member behind a subscription, which links its subscriptions to several providers; by default, the subscriber itself.</summary>
    MemberId PersonOf(MemberId subscriber) => subscriber;

    /// <summary>Writes a member's secret of 32 bytes; false if the registry does not hold it.</summary>
    bool TryGetSecret(MemberId member, Span<byte> secret);
}
