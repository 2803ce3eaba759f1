using System.Security.Cryptography;
using MovieChain.Ledger;

namespace MovieChain.Tests.Ledger;

public sealed class BlockHeaderTests
{
    private static readonly byte[] _bytes =
    [
        (byte)'M', (byte)'V', (byte)'C', 1,
        0, 0, 0, 20,
        0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08,
        0x11, 0x12, 0x13, 0x14, 0x15, 0x16, 0x17, 0x18,
        .. Enumerable.Range(0x20, 32).Select(i => (byte)i),
        .. Enumerable.Range(0x80, 32).Select(i => (byte)i),
        0xF1, 0xF2, 0xF3, 0xF4, 0xF5, 0xF6, 0xF7, 0xF8,
    ];

    private static readonly BlockHeader _header = new(
        new Difficulty(20),
        0x0102030405060708,
        0x1112131415161718,
        new Hash256(_bytes.AsSpan(24, 32)),
        new Hash256(_bytes.AsSpan(56, 32)),
        0xF1F2F3F4F5F6F7F8);

    [Fact]
    public void A_header_is_96_bytes_with_every_field_big_endian_at_its_place_and_the_nonce_last()
    {
        Assert.Equal(96, BlockHeader.Length);
        Assert.Equal(_bytes, _header.Bytes.ToArray());
    }

    [Fact]
    public void A_header_read_from_its_bytes_has_the_same_fields()
    {
        var header = new BlockHeader(_bytes);

        Assert.True(header.HasMagic);
        Assert.Equal(20u, header.DifficultyBits);
        Assert.Equal(0x0102030405060708, header.Height);
        Assert.Equal(0x1112131415161718, header.Time);
        Assert.Equal(_header.Previous, header.Previous);
        Assert.Equal(_header.MerkleRoot, header.MerkleRoot);
        Assert.Equal(0xF1F2F3F4F5F6F7F8, header.Nonce);
        Assert.Equal(Enumerable.Range(0x20, 32).Select(i => (byte)i), Bytes(header.Previous));
        Assert.Equal(Enumerable.Range(0x80, 32).Select(i => (byte)i), Bytes(header.MerkleRoot));
    }

    [Fact]
    public void Another_nonce_changes_the_last_eight_bytes_alone()
    {
        Assert.Equal([.. _bytes[..88], 1, 2, 3, 4, 5, 6, 7, 8], _header.WithNonce(0x0102030405060708).Bytes.ToArray());
        Assert.Equal(_bytes, _header.Bytes.ToArray());
    }

    [Fact]
    public void The_hash_is_the_SHA_256_of_all_96_bytes()
    {
        Assert.Equal(SHA256.HashData(_bytes), Bytes(_header.Hash()));
        for (var place = 0; place < _bytes.Length; place++)
        {
            var changed = _bytes.ToArray();
            changed[place] ^= 1;
            Assert.NotEqual(_header.Hash(), new BlockHeader(changed).Hash());
        }
    }

    [Fact]
    public void Any_96_bytes_are_held_as_they_are()
    {
        byte[] bytes = [.. Enumerable.Repeat((byte)0xFF, 96)];

        var header = new BlockHeader(bytes);

        Assert.Equal(bytes, header.Bytes.ToArray());
        Assert.False(header.HasMagic);
        Assert.Equal(uint.MaxValue, header.DifficultyBits);
        Assert.Equal(-1, header.Height);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(95)]
    [InlineData(97)]
    public void Another_number_of_bytes_is_refused(int length) =>
        Assert.Throws<ArgumentException>(() => new BlockHeader(new byte[length]));

    private static byte[] Bytes(Hash256 hash)
    {
        var bytes = new byte[Hash256.Length];
        hash.CopyTo(bytes);
        return bytes;
    }
}
