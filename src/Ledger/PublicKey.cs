using System.Security.Cryptography;

namespace MovieChain.Ledger;

/// <summary>A public key on the curve P-256: a point, as its coordinates x and y of 32 bytes each, big-endian. Immutable.</summary>
internal sealed class PublicKey
{
    /// <summary>A key's length in bytes.</summary>
    public const int Length = 64;

    private const int CoordinateLength = Length / 2;

    private readonly byte[] _bytes;
    private readonly ECDsa _verifier;

    private PublicKey(byte[] bytes, ECDsa verifier)
    {
        _bytes = bytes;
        _verifier = verifier;
    }

    /// <summary>The 64 bytes: x, then y.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>The key as the platform's cryptography takes it.</summary>
    public ECParameters Parameters => ParametersOf(_bytes);

    /// <summary>The key whose 64 bytes are given; null when they are no point of the curve.</summary>
    public static PublicKey? TryRead(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length)
        {
            return null;
        }

        var point = bytes.ToArray();
        try
        {
            return new PublicKey(point, ECDsa.Create(ParametersOf(point)));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Whether the owner of the key has signed a hash, with the lower s of the two that fit.</summary>
    public bool Verifies(Hash256 hash, Signature signature)
    {
        if (!signature.IsLow)
        {
            return false;
        }

        Span<byte> digest = stackalloc byte[Hash256.Length];
        hash.CopyTo(digest);
        lock (_verifier)
        {
            return _verifier.VerifyHash(digest, signature.Bytes);
        }
    }

    private static ECParameters ParametersOf(byte[] point) => new()
    {
        Curve = ECCurve.NamedCurves.nistP256,
        Q = new ECPoint { X = point[..CoordinateLength], Y = point[CoordinateLength..] },
    };
}
