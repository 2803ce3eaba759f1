using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using MovieChain.Ledger;

namespace MovieChain.Exchange.Sealing;

/// <summary>
/// All keys and secrets of a simulation, derived from its seed by HKDF (RFC 5869), so that a run can be repeated. The seed reveals them
/// all; a real market would draw them from a secure random source.
/// </summary>
internal sealed class SimulatedSecrets
{
    /// <summary>The length of a data key and of a member's secret in bytes.</summary>
    public const int Length = 32;

    /// <summary>64 bits more than the group order n, so that the remainder modulo n is nearly uniform (FIPS 186-5, A.2.1).</summary>
    private const int WideScalarLength = 40;

    private readonly byte[] _seedKey;

    public SimulatedSecrets(ulong seed)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, seed);
        _seedKey = new byte[Length];
        HKDF.Extract(HashAlgorithmName.SHA256, bytes, "MovieChain simulated secrets"u8, _seedKey);
    }

    private enum Purpose : byte
    {
        Signing = 1,
        Agreement = 2,
        DataKey = 3,
        Member = 4,
    }

    /// <summary>The key with which a provider signs its blocks.</summary>
    public PrivateKey SigningKey(ProviderId provider) => DeriveKeyPair(Purpose.Signing, provider);

    /// <summary>The key with which a provider agrees on shared secrets (ECDH).</summary>
    public PrivateKey AgreementKey(ProviderId provider) => DeriveKeyPair(Purpose.Agreement, provider);

    /// <summary>The key that a provider grants to the readers of its records.</summary>
    public byte[] DataKey(ProviderId provider)
    {
        var key = new byte[Length];
        Derive(Purpose.DataKey, provider, 0, key);
        return key;
    }

    /// <summary>Writes the secret of a member, 32 bytes.</summary>
    public void DeriveMemberSecret(MemberId member, Span<byte> secret) => Derive(Purpose.Member, member.Provider, member.Number, secret[..Length]);

    private PrivateKey DeriveKeyPair(Purpose purpose, ProviderId provider)
    {
        Span<byte> wide = stackalloc byte[WideScalarLength];
        Derive(purpose, provider, 0, wide);
        var scalar = (new BigInteger(wide, isUnsigned: true, isBigEndian: true) % (Signature.Order - 1)) + 1;
        Span<byte> bytes = stackalloc byte[Length];
        bytes.Clear();
        scalar.TryWriteBytes(bytes[^scalar.GetByteCount(isUnsigned: true)..], out _, isUnsigned: true, isBigEndian: true);
        return PrivateKey.FromScalar(bytes);
    }

    private void Derive(Purpose purpose, ProviderId provider, int number, Span<byte> output)
    {
        Span<byte> info = stackalloc byte[2 + sizeof(int)];
        info[0] = (byte)purpose;
        info[1] = provider.Index;
        BinaryPrimitives.WriteInt32BigEndian(info[2..], number);
        HKDF.Expand(HashAlgorithmName.SHA256, _seedKey, output, info);
    }
}
