using System.Security.Cryptography;
using MovieChain.Ledger;

namespace MovieChain.Exchange.Sealing;

/// <summary>
/// The keys of one owner's records on one chain. The key of a member's orders derives from the owner's data key and the member's secret
/// (HKDF, RFC 5869), the key of anonymous orders from the data key alone. The salt is the hash of genesis, so that no two chains share a
/// key.
/// </summary>
internal sealed class RecordKeys
{
    /// <summary>A key's length in bytes: AES-256.</summary>
    public const int Length = 32;

    private readonly byte[] _genesis = new byte[Hash256.Length];
    private readonly byte[] _dataKey;
    private readonly ProviderId _owner;
    private readonly byte[] _anonymousKey = new byte[Length];

    // Cache: deriving a key takes longer than opening a record.
    private byte[] _memberKeys = [];
    private bool[] _isDerived = [];

    public RecordKeys(ProviderId owner, ReadOnlySpan<byte> dataKey, Hash256 genesis)
    {
        _owner = owner;
        _dataKey = dataKey.ToArray();
        genesis.CopyTo(_genesis);
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _dataKey, _anonymousKey, _genesis, [.. "MovieChain anonymous line"u8, owner.Index]);
    }

    /// <summary>Makes room for all members of the owner and deletes the keys of those whose secret the registry no longer holds. Not
    /// thread-safe: never call it concurrently with <see cref="TryGet"/>.</summary>
    public void Refresh(IConsentRegistry registry)
    {
        var count = registry.MemberCount(_owner);
        if (count > _isDerived.Length)
        {
            Array.Resize(ref _isDerived, count);
            Array.Resize(ref _memberKeys, count * Length);
        }

        for (var number = 0; number < _isDerived.Length; number++)
        {
            if (_isDerived[number] && !registry.Holds(new MemberId(_owner, number)))
            {
                _isDerived[number] = false;
                CryptographicOperations.ZeroMemory(_memberKeys.AsSpan(number * Length, Length));
            }
        }
    }

    /// <summary>Gets the key of a member's orders or of anonymous orders; false if the registry does not hold the member's secret.</summary>
    /// <param name="memberNumber">The member's number; null for anonymous orders.</param>
    /// <param name="registry">The registry of the last call of <see cref="Refresh"/>.</param>
    /// <param name="key">The key.</param>
    public bool TryGet(int? memberNumber, IConsentRegistry registry, out ReadOnlySpan<byte> key)
    {
        if (memberNumber is not { } number)
        {
            key = _anonymousKey;
            return true;
        }

        key = default;
        if (number >= _isDerived.Length)
        {
            return false;
        }

        var slot = _memberKeys.AsSpan(number * Length, Length);
        if (!Volatile.Read(ref _isDerived[number]))
        {
            // Two threads can derive the same key; both write the same bytes.
            if (!TryDerive(new MemberId(_owner, number), registry, slot))
            {
                return false;
            }

            Volatile.Write(ref _isDerived[number], true);
        }

        key = slot;
        return true;
    }

    private bool TryDerive(MemberId member, IConsentRegistry registry, Span<byte> key)
    {
        Span<byte> material = stackalloc byte[2 * SimulatedSecrets.Length];
        _dataKey.CopyTo(material);
        if (!registry.TryGetSecret(member, material[SimulatedSecrets.Length..]))
        {
            return false;
        }

        HKDF.DeriveKey(HashAlgorithmName.SHA256, material, key, _genesis, [.. "MovieChain member"u8, member.Provider.Index]);
        CryptographicOperations.ZeroMemory(material);
        return true;
    }
}
