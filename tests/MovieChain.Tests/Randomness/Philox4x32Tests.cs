using System.Numerics;
using MovieChain.Randomness;

namespace MovieChain.Tests.Randomness;

public sealed class Philox4x32Tests
{
    /// <summary>Known answers from Random123's kat_vectors, "philox4x32 10".</summary>
    [Theory]
    [InlineData("00000000 00000000 00000000 00000000", "00000000 00000000", "6627e8d5 e169c58d bc57ac4c 9b00dbd8")]
    [InlineData("ffffffff ffffffff ffffffff ffffffff", "ffffffff ffffffff", "408f276d 41c83b0e a20bc7c6 6d5451fd")]
    [InlineData("243f6a88 85a308d3 13198a2e 03707344", "a4093822 299f31d0", "d16cfe09 94fdcceb 5001e420 24126ea1")]
    public void The_published_counters_and_keys_give_the_published_words(string counter, string key, string expected)
    {
        var keys = Words(key);

        var block = Philox4x32.Generate(ToBlock(Words(counter)), keys[0], keys[1]);

        Assert.Equal(ToBlock(Words(expected)), block);
    }

    [Fact]
    public void Flipping_one_bit_of_counter_or_key_flips_about_half_of_the_output()
    {
        uint[] input = [1, 2, 3, 4, 5, 6];
        var original = Generate(input);
        var flippedInAll = 0;
        for (var bit = 0; bit < input.Length * 32; bit++)
        {
            var changed = input.ToArray();
            changed[bit / 32] ^= 1u << (bit % 32);
            var flipped = original.Zip(Generate(changed), (left, right) => BitOperations.PopCount(left ^ right)).Sum();
            Assert.InRange(flipped, 34, 94);
            flippedInAll += flipped;
        }

        Assert.InRange(flippedInAll / (input.Length * 32.0), 62, 66);
    }

    [Fact]
    public void Different_counters_give_different_blocks_under_one_key()
    {
        var blocks = Enumerable.Range(0, 10_000).Select(i => Philox4x32.Generate(new((uint)i, 0, 0, 0), 7, 8));

        Assert.Equal(10_000, blocks.Distinct().Count());
    }

    private static uint[] Generate(uint[] input)
    {
        var (x0, x1, x2, x3) = Philox4x32.Generate(ToBlock(input), input[4], input[5]);
        return [x0, x1, x2, x3];
    }

    private static Philox4x32.Block ToBlock(uint[] words) => new(words[0], words[1], words[2], words[3]);

    private static uint[] Words(string text) => [.. text.Split(' ').Select(word => Convert.ToUInt32(word, 16))];
}
