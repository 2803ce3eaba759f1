using System.Security.Cryptography;

namespace MovieChain.Ledger;

/// <summary>A private key on the curve P-256. It either signs blocks or agrees on secrets; the same key never does both. Immutable.</summary>
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

    public PublicKey Public { get; }

    /// <param name="scalar">The private scalar, 1 to n − 1, as 32 bytes, big-endian.</param>
    /// <exception cref="CryptographicException">The scalar is out of range.</exception>
    public static PrivateKey FromScalar(ReadOnlySpan<byte> scalar) =>
        new(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = scalar.ToArray() });

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
            throw new CryptographicException("no key in PEM format");
        }

        var parameters = key.ExportParameters(includePrivateParameters: true);
        return parameters.Curve.IsNamed && parameters.Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value
            ? new PrivateKey(parameters)
            : throw new CryptographicException("the key is not on the curve P-256");
    }

    /// <summary>PEM text in PKCS #8 format.</summary>
    public string ToPem() => _signer.ExportPkcs8PrivateKeyPem();

    /// <summary>Signs a hash. ECDSA is randomized: signatures of the same hash differ, and all are valid.</summary>
    public Signature Sign(Hash256 hash)
    {
        Span<byte> digest = stackalloc byte[Hash256.Length];
        hash.CopyTo(digest);
        lock (_signer)
        {
            return new Signature(_signer.SignHash(digest.ToArray())).Lower();
        }
    }

    /// <summary>The shared secret with the owner of another key (ECDH, SP 800-56A): an x coordinate, to be passed through a key derivation function.</summary>
    public byte[] Agree(PublicKey other)
    {
        using var own = ECDiffieHellman.Create(_parameters);
        using var theirs = ECDiffieHellman.Create(other.Parameters);
        return own.DeriveRawSecretAgreement(theirs.PublicKey);
    }
}
