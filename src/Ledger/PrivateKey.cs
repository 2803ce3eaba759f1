using System.Security.Cryptography;

namespace MovieChain.Ledger;

/// <summary>A private key on the curve P-256, which signs blocks or agrees on secrets; never the same key for both. Immutable.</summary>
internal sealed class PrivateKey
{
    private readonly ECParameters _parameters;
    private readonly ECDsa _signer;

    private PrivateKey(ECParameters parameters)
    {
        _parameters = parameters;
        _signer = ECDsa.Create(parameters);
        var point = _signer.ExportParameters(includePrivateParameters: false).Q;
        Public = PublicKey.TryRead([.. point.X!, .. point.Y!])!;
    }

    /// <summary>What others may know of the key.</summary>
    public PublicKey Public { get; }

    /// <summary>The key with a number.</summary>
    /// <param name="scalar">The number, 1 to n − 1, as 32 bytes, big-endian.</param>
    /// <exception cref="CryptographicException">The number does not lie in that range.</exception>
    public static PrivateKey FromScalar(ReadOnlySpan<byte> scalar) =>
        new(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = scalar.ToArray() });

    /// <summary>The key in a PEM text.</summary>
    /// <exception cref="CryptographicException">The text holds no private key on this curve.</exception>
    public static PrivateKey FromPem(string pem)
    {
        using var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
        }
        catch (ArgumentException)
        {
            throw new CryptographicException("there is no key in PEM form");
        }

        var parameters = key.ExportParameters(includePrivateParameters: true);
        return parameters.Curve.IsNamed && parameters.Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value
            ? new PrivateKey(parameters)
            : throw new CryptographicException("the key is not on the curve P-256");
    }

    /// <summary>The key as PEM text (PKCS #8).</summary>
    public string ToPem() => _signer.ExportPkcs8PrivateKeyPem();

    /// <summary>Signs a hash. The signature differs from time to time; each of them fits.</summary>
    public Signature Sign(Hash256 hash)
    {
        Span<byte> digest = stackalloc byte[Hash256.Length];
        hash.CopyTo(digest);
        lock (_signer)
        {
            return new Signature(_signer.SignHash(digest.ToArray())).Lower();
        }
    }

    /// <summary>The secret that this key's owner shares with the owner of another (ECDH, SP 800-56A): an x coordinate, not yet fit to be
    /// a key itself.</summary>
    public byte[] Agree(PublicKey other)
    {
        using var own = ECDiffieHellman.Create(_parameters);
        using var theirs = ECDiffieHellman.Create(other.Parameters);
        return own.DeriveRawSecretAgreement(theirs.PublicKey);
    }
}
