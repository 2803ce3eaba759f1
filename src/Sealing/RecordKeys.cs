using System.Security.Cryptography;
using MovieChain.Ledger;

namespace MovieChain.Sealing;

/// <summary>
/// The keys of one owner's records on one chain. The key of a member's records derives from the owner's data key and the member's secret
/// together (HKDF, RFC 5869), that of anonymous lines from the data key alone. The hash of genesis, which covers all that decides a run,
/// is the salt: no two chains share a key.
/// </summary>
internal sealed class RecordKeys
{
    /// <summary>A key's length in bytes: AES-256.</summary>
    public const int Length = 32;

    private readonly byte[] _genesis = new byte[Hash256.Length];
    private readonly byte[] _dataKey;
    private readonly ProviderId _owner;
    private readonly byte[] _anonymousKey = new byte[Length];

    // The keys derived so far and whether they are: deriving one takes longer than opening a record.
    private byte[] _memberKeys = [];
    private bool[] _isDerived = [];

    public RecordKeys(ProviderId owner, ReadOnlySpan<byte> dataKey, Hash256 genesis)
    {
        _owner = owner;
        _dataKey = dataKey.ToArray();
        genesis.CopyTo(_genesis);
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _dataKey, _anonymousKey, _genesis, [.. "MovieChain anonymous line"u8, owner.Index]);
    }

    /// <summary>Makes room for all of the owner's members, and forgets the keys of those whose secret is gone. Not to be called while keys are
    /// asked for.</summary>
    public void Follow(IConsentRegistry registry)
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

    /// <summary>Gets the key of a member's records, or of anonymous lines; false when the registry does not hold the member's secret.</summary>
    /// <param name="memberNumber">The member's number; null for anonymous lines.</param>
    /// <param name="registry">The registry that was last given to <see cref="Follow"/>.</param>
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
            // Two threads may derive the same key; they write the same bytes.
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
