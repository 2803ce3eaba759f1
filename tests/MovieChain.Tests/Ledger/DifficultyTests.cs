using System.Numerics;
using CsCheck;
using MovieChain.Ledger;

namespace MovieChain.Tests.Ledger;

public sealed class DifficultyTests
{
    private static readonly Gen<byte[]> _hash = Gen.Select(Gen.Int[0, 40], Gen.Byte.Array[32], (zeros, bytes) =>
    {
        bytes.AsSpan(0, zeros / 8).Clear();
        bytes[zeros / 8] &= (byte)(0xFF >> (zeros % 8));
        return bytes;
    });

    [Fact]
    public void A_hash_fits_when_it_is_below_two_to_the_power_of_256_less_the_bits()
    {
        Gen.Select(_hash, Gen.Int[0, Difficulty.MaxBits]).Sample((hash, bits) =>
        {
            var number = new BigInteger(hash, isUnsigned: true, isBigEndian: true);
            Assert.Equal(number < BigInteger.One << (256 - bits), new Difficulty(bits).IsMetBy(new Hash256(hash)));
        });
    }

    [Fact]
    public void The_largest_number_below_the_target_fits_and_the_target_does_not()
    {
        for (var bits = 1; bits <= Difficulty.MaxBits; bits++)
        {
            var target = BigInteger.One << (256 - bits);
            Assert.False(new Difficulty(bits).IsMetBy(ToHash(target)), $"{bits} bits");
            Assert.True(new Difficulty(bits).IsMetBy(ToHash(target - 1)), $"{bits} bits");
            Assert.True(new Difficulty(bits).IsMetBy(default), $"{bits} bits");
        }
    }

    [Fact]
    public void No_bits_let_every_hash_fit() => Assert.True(new Difficulty(0).IsMetBy(ToHash((BigInteger.One << 256) - 1)));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(20, 1_048_576)]
    [InlineData(32, 4_294_967_296)]
    public void Attempts_double_with_every_bit(int bits, long attempts) => Assert.Equal(attempts, new Difficulty(bits).ExpectedAttempts);

    [Theory]
    [InlineData(-1)]
    [InlineData(33)]
    public void Bits_beyond_0_to_32_are_refused(int bits) => Assert.Throws<ArgumentOutOfRangeException>(() => new Difficulty(bits));

    private static Hash256 ToHash(BigInteger number)
    {
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return new Hash256([.. new byte[32 - bytes.Length], .. bytes]);
    }
}
