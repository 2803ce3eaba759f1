using System.Buffers.Binary;
using System.Security.Cryptography;
using MovieChain.Tests.ChainFormat.Independent;

namespace MovieChain.Tests.ChainFormat;

/// <summary>The independent reader detects every change of the vector chain.</summary>
public sealed class DamageTests
{
    private const int PreambleLength = 8;
    private const int FrameHeadLength = 12;

    [Fact]
    public void A_flipped_bit_in_any_byte_is_detected()
    {
        var file = VectorChain.Bytes;
        for (var place = 0; place < file.Length; place++)
        {
            AssertRefused(Flipped(file, place));
        }
    }

    /// <summary>Checksums can be made right again; Merkle root, hash, link and signature cannot.</summary>
    [Fact]
    public void A_flipped_bit_is_detected_even_if_the_checksum_is_made_to_fit()
    {
        var file = VectorChain.Bytes;
        for (var start = PreambleLength; start < file.Length;)
        {
            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(start));
            var payload = start + FrameHeadLength;
            for (var place = payload; place < payload + length; place++)
            {
                var changed = Flipped(file, place);
                BinaryPrimitives.WriteUInt32BigEndian(changed.AsSpan(start + 8), Hashing.Crc32C(changed.AsSpan(payload, length)));
                AssertRefused(changed);
            }

            start = payload + length;
        }
    }

    [Fact]
    public void Every_cut_within_a_block_is_detected()
    {
        var file = VectorChain.Bytes;
        var good = Enumerable.Range(0, file.Length).Where(length => !IsRefused(file[..length])).ToList();

        // A chain cut after a whole block is a good chain: only a checkpoint tells.
        Assert.Equal([641, 993, 1317, 1555], good);
    }

    [Fact]
    public void The_second_signature_that_fits_a_block_is_refused()
    {
        var chain = VectorChain.Parse();
        var order = new System.Numerics.BigInteger(
            Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551"), isUnsigned: true, isBigEndian: true);
        foreach (var block in chain.Blocks)
        {
            var low = new System.Numerics.BigInteger(block.Signature.AsSpan(32), isUnsigned: true, isBigEndian: true);
            byte[] other = [.. block.Signature[..32], .. (order - low).ToByteArray(isUnsigned: true, isBigEndian: true)];
            using var key = ECDsa.Create(ChainParser.KeyOf(chain.Authors[block.Author].SigningKey));
            Assert.True(key.VerifyHash(block.Hash, other));
            Assert.False(ChainParser.VerifySignature(chain.Authors[block.Author].SigningKey, block.Hash, other));
        }
    }

    [Fact]
    public void A_sealed_order_opens_only_unchanged_and_at_its_place()
    {
        var chain = VectorChain.Parse();
        var south = VectorChain.ReadAs(chain, provider: 1);
        var (place, order) = south.Opened.First(opened => opened.Order.Member is null);
        var key = KeyDerivation.AnonymousKey(south.DataKeys[place.Owner], chain.GenesisHash, place.Owner);
        var record = chain.Blocks[place.Block].Records[place.Record];
        Assert.Equivalent(order, OrderReader.Decode(OrderReader.Open(key, record, place)), strict: true);
        Assert.Null(OrderReader.Open(key, record, place with { Record = place.Record + 1 }));
        Assert.Null(OrderReader.Open(key, record, place with { Block = place.Block + 1 }));
        for (var bit = 8; bit < record.Length * 8; bit++)
        {
            var changed = record.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Null(OrderReader.Open(key, changed, place));
        }
    }

    private static byte[] Flipped(byte[] file, int place)
    {
        var changed = file.ToArray();
        changed[place] ^= (byte)(1 << (place % 8));
        return changed;
    }

    private static void AssertRefused(byte[] file) => Assert.True(IsRefused(file));

    private static bool IsRefused(byte[] file)
    {
        try
        {
            ChainParser.Parse(file);
            return false;
        }
        catch (Exception fault) when (fault is InvalidDataException or CryptographicException)
        {
            return true;
        }
    }
}
