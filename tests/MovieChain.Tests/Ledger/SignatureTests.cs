using System.Collections.Immutable;
using System.Numerics;
using MovieChain.Ledger;

namespace MovieChain.Tests.Ledger;

/// <summary>Who has signed a block, and who may.</summary>
public sealed class SignatureTests
{
    private const int OutsiderKey = 7;

    /// <summary>n, the order of the curve's group, as SP 800-186 prints it in decimal.</summary>
    private static readonly BigInteger _order = BigInteger.Parse(
        "115792089210356248762697446949407573529996955224135760342422259061068512044369", System.Globalization.CultureInfo.InvariantCulture);

    private static readonly ImmutableArray<Block> _blocks = Samples.SmallChain().Blocks;

    [Fact]
    public void A_block_that_another_author_of_the_chain_signed_is_found() => ForEveryBlock((block, author) =>
        AssertRefused(block, Samples.Keys[(author + 1) % 3].Sign(block.Hash)));

    [Fact]
    public void A_block_that_an_outsider_signed_is_found() => ForEveryBlock((block, _) =>
        AssertRefused(block, Samples.Keys[OutsiderKey].Sign(block.Hash)));

    [Fact]
    public void A_block_that_nobody_signed_is_found() => ForEveryBlock((block, _) => AssertRefused(block, default));

    [Fact]
    public void The_signature_of_another_block_of_the_same_author_is_found() => ForEveryBlock((block, author) =>
        AssertRefused(block, Samples.Keys[author].Sign(Samples.Hash(1))));

    [Fact]
    public void A_signature_with_the_key_that_is_for_secrets_is_found() => ForEveryBlock((block, author) =>
        AssertRefused(block, Samples.AgreementKeys[author].Sign(block.Hash)));

    [Fact]
    public void The_other_signature_that_fits_is_found() => ForEveryBlock((block, author) =>
    {
        var other = Mirror(block.Signature);

        // It fits as far as ECDSA goes; only its s is the higher one.
        using var verifier = System.Security.Cryptography.ECDsa.Create(Samples.Keys[author].Public.Parameters);
        Assert.True(verifier.VerifyHash(Convert.FromHexString(block.Hash.ToString()), other.Bytes));
        Assert.True(block.Signature.IsLow);
        Assert.False(other.IsLow);
        Assert.Equal(block.Signature.Bytes, other.Lower().Bytes);
        AssertRefused(block, other);
    });

    [Fact]
    public void Every_change_of_a_signature_byte_is_found() => ForEveryBlock((block, _) =>
    {
        for (var place = 0; place < Signature.Length; place++)
        {
            foreach (var mask in (byte[])[0x01, 0x80, 0xFF])
            {
                var bytes = block.Signature.Bytes.ToArray();
                bytes[place] ^= mask;
                AssertRefused(block, new Signature(bytes));
            }
        }
    });

    [Fact]
    public void Scalars_beyond_the_range_are_found()
    {
        var block = _blocks[^1];
        var (r, s) = (block.Signature.Bytes[..32].ToArray(), block.Signature.Bytes[32..].ToArray());
        byte[] zero = new byte[32], order = Scalar(_order), all = [.. Enumerable.Repeat((byte)0xFF, 32)];
        Assert.All(
            (byte[][])[[.. zero, .. s], [.. r, .. zero], [.. order, .. s], [.. r, .. order], [.. all, .. s], [.. all, .. all]],
            bytes => AssertRefused(block, new Signature(bytes)));
    }

    [Fact]
    public void A_block_that_an_outsider_changed_mined_afresh_and_signed_is_found()
    {
        for (var height = 0; height < _blocks.Length; height++)
        {
            var old = _blocks[height].Header;
            var records = Samples.Records([.. _blocks[height].Records.ToArrays(), [99]]);
            var forged = Samples.Seal(records, old.Previous, height: height, time: old.Time, signer: Samples.Keys[OutsiderKey]);

            Assert.Equal(new ChainFault(height, ChainFaultKind.Signature), ChainVerifier.FindFault(_blocks.Take(height).Append(forged)));
        }
    }

    [Fact]
    public void A_genesis_that_another_than_the_first_author_signed_is_found()
    {
        for (var author = 1; author < 3; author++)
        {
            AssertRefused(_blocks[0], Samples.Keys[author].Sign(_blocks[0].Hash));
        }
    }

    [Fact]
    public void Signing_makes_low_signatures_alone()
    {
        for (var number = 0; number < 64; number++)
        {
            var signature = Samples.Keys[0].Sign(Samples.Hash(number));
            Assert.True(new BigInteger(signature.Bytes[32..], isUnsigned: true, isBigEndian: true) <= _order / 2);
            Assert.True(Samples.Keys[0].Public.Verifies(Samples.Hash(number), signature));
        }
    }

    [Fact]
    public void The_lower_of_two_signatures_keeps_its_leading_zeros()
    {
        var high = new Signature([.. new byte[32], .. Scalar(_order - 5)]);
        Assert.Equal([.. new byte[63], 5], high.Lower().Bytes.ToArray());
    }

    [Fact]
    public void Half_the_order_is_the_highest_s_that_is_low()
    {
        Assert.True(new Signature([.. new byte[32], .. Scalar(_order / 2)]).IsLow);
        Assert.False(new Signature([.. new byte[32], .. Scalar((_order / 2) + 1)]).IsLow);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(65)]
    public void Another_number_of_bytes_is_refused(int length) => Assert.Throws<ArgumentException>(() => new Signature(new byte[length]));

    private static void ForEveryBlock(Action<Block, int> check)
    {
        foreach (var block in _blocks)
        {
            check(block, block.Header.Height == 0 ? 0 : Samples.Rules.AuthorOf(block)!.Value);
        }
    }

    private static void AssertRefused(Block block, Signature signature)
    {
        var height = (int)block.Header.Height;
        var changed = _blocks.SetItem(height, block with { Signature = signature });
        Assert.Equal(new ChainFault(height, ChainFaultKind.Signature), ChainVerifier.FindFault(changed));
    }

    /// <summary>(r, n − s).</summary>
    private static Signature Mirror(Signature signature)
    {
        var s = new BigInteger(signature.Bytes[32..], isUnsigned: true, isBigEndian: true);
        return new Signature([.. signature.Bytes[..32], .. Scalar(_order - s)]);
    }

    private static byte[] Scalar(BigInteger number)
    {
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[32 - bytes.Length], .. bytes];
    }
}
