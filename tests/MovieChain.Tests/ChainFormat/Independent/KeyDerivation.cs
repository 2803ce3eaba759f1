using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace MovieChain.Tests.ChainFormat.Independent;

/// <summary>All keys of a sealed chain, and how a simulation derives secrets from its seed.</summary>
internal static class KeyDerivation
{
    public static byte[] SharedSecret(ECParameters own, byte[] other)
    {
        using var ownKey = ECDiffieHellman.Create(own);
        using var otherKey = ECDiffieHellman.Create(ChainParser.KeyOf(other));
        return ownKey.DeriveRawSecretAgreement(otherKey.PublicKey);
    }

    public static byte[] WrappingKey(byte[] sharedSecret, byte[] genesisHash, int owner, int reader) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, sharedSecret, 32, genesisHash, [.. "MovieChain grant"u8, (byte)owner, (byte)reader]);

    public static byte[] MemberKey(byte[] dataKey, byte[] memberSecret, byte[] genesisHash, int owner) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, [.. dataKey, .. memberSecret], 32, genesisHash, [.. "MovieChain member"u8, (byte)owner]);

    public static byte[] AnonymousKey(byte[] dataKey, byte[] genesisHash, int owner) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, dataKey, 32, genesisHash, [.. "MovieChain anonymous line"u8, (byte)owner]);

    /// <summary>The nonce of the order in a record.</summary>
    public static byte[] Nonce(long height, int record)
    {
        var nonce = new byte[12];
        BinaryPrimitives.WriteInt64BigEndian(nonce, height);
        BinaryPrimitives.WriteInt32BigEndian(nonce.AsSpan(8), record);
        return nonce;
    }

    /// <summary>A secret that derives from the seed of a simulation.</summary>
    public static byte[] FromSeed(ulong seed, byte purpose, byte provider, int number, int length)
    {
        var material = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(material, seed);
        var info = new byte[] { purpose, provider, 0, 0, 0, 0 };
        BinaryPrimitives.WriteInt32BigEndian(info.AsSpan(2), number);
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, material, length, Encoding.ASCII.GetBytes("MovieChain simulated secrets"), info);
    }

    /// <summary>The private number of a key pair that derives from the seed: 40 bytes modulo n − 1, plus 1.</summary>
    public static byte[] ScalarFromSeed(ulong seed, byte purpose, byte provider, BigInteger order)
    {
        var wide = new BigInteger(FromSeed(seed, purpose, provider, 0, 40), isUnsigned: true, isBigEndian: true);
        var bytes = ((wide % (order - 1)) + 1).ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[32 - bytes.Length], .. bytes];
    }
}
