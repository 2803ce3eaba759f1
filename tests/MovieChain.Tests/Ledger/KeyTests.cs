using System.Security.Cryptography;
using MovieChain.Ledger;

namespace MovieChain.Tests.Ledger;

public sealed class KeyTests
{
    /// <summary>The key of RFC 6979, A.2.5.</summary>
    private static readonly PrivateKey _published = PrivateKey.FromScalar(
        Convert.FromHexString("C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721"));

    [Fact]
    public void The_public_key_of_a_published_private_key_is_the_published_one() => Assert.Equal(
        "60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB67903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299",
        Convert.ToHexString(_published.Public.Bytes));

    [Fact]
    public void A_published_signature_is_verified()
    {
        // RFC 6979, A.2.5, SHA-256 of "sample"; the published s is the higher one of the two.
        var published = new Signature(Convert.FromHexString(
            "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8"));

        Assert.False(_published.Public.Verifies(Hash256.Of("sample"u8), published));
        Assert.True(_published.Public.Verifies(Hash256.Of("sample"u8), published.Lower()));
        Assert.False(_published.Public.Verifies(Hash256.Of("Sample"u8), published.Lower()));
    }

    [Fact]
    public void A_point_off_the_curve_is_no_key()
    {
        var point = _published.Public.Bytes.ToArray();
        Assert.NotNull(PublicKey.TryRead(point));
        for (var place = 0; place < point.Length; place++)
        {
            var changed = point.ToArray();
            changed[place] ^= 1;
            Assert.Null(PublicKey.TryRead(changed));
        }
    }

    [Fact]
    public void Zero_and_coordinates_beyond_the_field_are_no_key()
    {
        byte[] prime = Convert.FromHexString("FFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF");
        Assert.Null(PublicKey.TryRead(new byte[64]));
        Assert.Null(PublicKey.TryRead([.. prime, .. prime]));
        Assert.Null(PublicKey.TryRead([.. _published.Public.Bytes[..32], .. prime]));
        Assert.Null(PublicKey.TryRead([.. Enumerable.Repeat((byte)0xFF, 64)]));

        // The square root of b: x = 0 is on the curve, and its other name x = p is not.
        byte[] root = Convert.FromHexString("66485C780E2F83D72433BD5D84A06BB6541C2AF31DAE871728BF856A174F93F4");
        Assert.NotNull(PublicKey.TryRead([.. new byte[32], .. root]));
        Assert.Null(PublicKey.TryRead([.. prime, .. root]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(65)]
    public void Another_number_of_bytes_is_no_key(int length) => Assert.Null(PublicKey.TryRead(new byte[length]));

    [Fact]
    public void A_private_key_comes_back_from_its_PEM()
    {
        var pem = _published.ToPem();
        var read = PrivateKey.FromPem(pem);

        Assert.StartsWith("-----BEGIN PRIVATE KEY-----", pem, StringComparison.Ordinal);
        Assert.Equal(_published.Public.Bytes, read.Public.Bytes);
        Assert.True(_published.Public.Verifies(Samples.Hash(1), read.Sign(Samples.Hash(1))));
        Assert.Equal(_published.Agree(Samples.Keys[0].Public), read.Agree(Samples.Keys[0].Public));
    }

    [Fact]
    public void A_PEM_without_a_private_key_on_the_curve_is_refused()
    {
        using var signer = ECDsa.Create(Samples.Keys[0].Public.Parameters);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.All(
            (string[])["", "no key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----", signer.ExportSubjectPublicKeyInfoPem(), other.ExportPkcs8PrivateKeyPem()],
            pem => Assert.ThrowsAny<CryptographicException>(() => PrivateKey.FromPem(pem)));
    }

    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551")]
    [InlineData("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF")]
    public void A_number_beyond_1_to_n_less_1_is_no_private_key(string scalar) =>
        Assert.ThrowsAny<CryptographicException>(() => PrivateKey.FromScalar(Convert.FromHexString(scalar)));

    [Fact]
    public void Two_owners_agree_on_the_same_secret()
    {
        var secret = Samples.AgreementKeys[0].Agree(Samples.AgreementKeys[1].Public);

        Assert.Equal(32, secret.Length);
        Assert.Equal(secret, Samples.AgreementKeys[1].Agree(Samples.AgreementKeys[0].Public));
        Assert.NotEqual(secret, Samples.AgreementKeys[0].Agree(Samples.AgreementKeys[2].Public));
    }
}
