namespace MovieChain.Exchange.Sealing;

/// <summary>The secrets of members that the registry has given to one reader.</summary>
/// <param name="secrets">The secrets, 32 bytes each.</param>
internal sealed class HeldSecrets(IReadOnlyDictionary<MemberId, byte[]> secrets) : IConsentRegistry
{
    /// <summary>The maximum number of members of a provider.</summary>
    public const int MaxMembers = 1_000_000;

    private readonly Dictionary<ProviderId, int> _counts =
        secrets.Keys.GroupBy(member => member.Provider).ToDictionary(owner => owner.Key, owner => owner.Max(member => member.Number) + 1);

    /// <inheritdoc/>
    public int MemberCount(ProviderId owner) => _counts.GetValueOrDefault(owner);

    /// <inheritdoc/>
    public bool Holds(MemberId member) => secrets.ContainsKey(member);

    /// <inheritdoc/>
    public bool TryGetSecret(MemberId member, Span<byte> secret)
    {
        if (!secrets.TryGetValue(member, out var held))
        {
            return false;
        }

        held.CopyTo(secret);
        return true;
    }
}
