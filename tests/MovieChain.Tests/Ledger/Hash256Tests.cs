using CsCheck;
using MovieChain.Ledger;

namespace MovieChain.Tests.Ledger;

public sealed class Hash256Tests
{
    [Fact]
    public void The_hashes_of_FIPS_180_4_come_out()
    {
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Hash256.Of([]).ToString());
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Hash256.Of("abc"u8).ToString());
    }

    [Fact]
    public void Every_place_of_the_first_one_bit_is_counted_whatever_follows_it()
    {
        Assert.Equal(256, default(Hash256).LeadingZeroBits);
        for (var zeros = 0; zeros < 256; zeros++)
        {
            var alone = new byte[32];
            alone[zeros / 8] = (byte)(0x80 >> (zeros % 8));
            var followed = alone.ToArray();
            followed[zeros / 8] |= (byte)((0x80 >> (zeros % 8)) - 1);
            followed.AsSpan((zeros / 8) + 1).Fill(0xFF);

            Assert.Equal(zeros, new Hash256(alone).LeadingZeroBits);
            Assert.Equal(zeros, new Hash256(followed).LeadingZeroBits);
        }
    }

    [Fact]
    public void A_hash_is_its_32_bytes()
    {
        Gen.Byte.Array[32].Sample(bytes =>
        {
            var hash = new Hash256(bytes);
            var copy = new byte[32];
            hash.CopyTo(copy);

            Assert.Equal(bytes, copy);
            Assert.Equal(Convert.ToHexStringLower(bytes), hash.ToString());
            Assert.Equal(hash, new Hash256(copy));
            copy[^1] ^= 1;
            Assert.NotEqual(hash, new Hash256(copy));
        });
    }

    [Fact]
    public void A_hash_is_read_from_its_64_digits_in_either_case()
    {
        var hash = Hash256.Of("abc"u8);

        Assert.True(Hash256.TryParse(hash.ToString(), out var lower));
        Assert.True(Hash256.TryParse(hash.ToString().ToUpperInvariant(), out var upper));
        Assert.Equal(hash, lower);
        Assert.Equal(hash, upper);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a")]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad0")]
    [InlineData("ga7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    [InlineData("0xba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015")]
    [InlineData(" ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a")]
    public void Anything_but_64_digits_is_no_hash(string text) => Assert.False(Hash256.TryParse(text, out _));

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void Another_number_of_bytes_is_refused(int length) => Assert.Throws<ArgumentException>(() => new Hash256(new byte[length]));
}
