using System.Security.Cryptography;

namespace MovieChain.Ledger;

/// <summary>A public key on the curve P-256: the coordinates x and y of a point, 32 bytes each, big-endian. Immutable.</summary>
internal sealed class PublicKey
{
    public const int Length = 64;

    private const int CoordinateLength = Length / 2;

    private readonly byte[] _bytes;
    private readonly ECDsa _verifier;

    private PublicKey(byte[] bytes, ECDsa verifier)
    {
        _bytes = bytes;
        _verifier = verifier;
    }

    /// <summary>x, then y.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    public ECParameters Parameters => ParametersOf(_bytes);

    /// <summary>Reads a key from 64 bytes; null if they are not a point on the curve.</summary>
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

    /// <summary>Whether a signature of the hash is valid and has the lower of the two valid values of s.</summary>
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
