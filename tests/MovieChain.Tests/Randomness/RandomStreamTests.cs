using CsCheck;
using MovieChain.Randomness;

namespace MovieChain.Tests.Randomness;

public sealed class RandomStreamTests
{
    [Fact]
    public void An_integer_stays_in_its_range_for_any_range()
    {
        Gen.Select(Gen.Int, Gen.Int, Gen.ULong).Sample((a, b, seed) =>
        {
            var (low, high) = (Math.Min(a, b), Math.Max(a, b));
            var stream = new RandomStreams(seed).For(StreamPurpose.Film);
            for (var i = 0; i < 20; i++)
            {
                Assert.InRange(stream.NextInt32(low, high), low, high);
            }
        });
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 5)]
    [InlineData(-7, 6)]
    [InlineData(int.MaxValue - 1, int.MaxValue)]
    [InlineData(int.MinValue, int.MinValue + 9)]
    public void Every_integer_of_a_small_range_comes_about_equally_often(int low, int high)
    {
        const int Draws = 100_000;
        var stream = new RandomStreams(11).For(StreamPurpose.Film);
        var counts = new int[(long)high - low + 1];
        for (var i = 0; i < Draws; i++)
        {
            counts[(long)stream.NextInt32(low, high) - low]++;
        }

        var expected = (double)Draws / counts.Length;
        Assert.All(counts, count => Assert.InRange(count, expected - (5 * Math.Sqrt(expected)), expected + (5 * Math.Sqrt(expected))));
    }

    [Fact]
    public void A_range_that_does_not_divide_the_words_evenly_is_not_biased()
    {
        // Three quarters of all words: without rejection every third value would come up twice as often as the others.
        const int High = (1 << 30) - 1;
        var stream = new RandomStreams(12).For(StreamPurpose.Film);
        var counts = new int[3];
        for (var i = 0; i < 60_000; i++)
        {
            counts[(stream.NextInt32(int.MinValue, High) - (long)int.MinValue) % 3]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 19_400, 20_600));
    }

    [Fact]
    public void The_range_of_all_integers_gives_the_words_themselves()
    {
        var words = new RandomStreams(13).For(StreamPurpose.Film);
        var integers = words;

        for (var i = 0; i < 100; i++)
        {
            Assert.Equal((int)words.NextUInt32(), integers.NextInt32(int.MinValue, int.MaxValue));
        }
    }

    [Fact]
    public void A_range_that_ends_before_it_begins_is_refused()
    {
        var stream = new RandomStreams(14).For(StreamPurpose.Film);

        Assert.Throws<ArgumentOutOfRangeException>(() => stream.NextInt32(1, 0));
    }

    [Fact]
    public void A_fraction_lies_in_the_unit_interval_and_comes_about_equally_often_from_every_tenth()
    {
        var stream = new RandomStreams(15).For(StreamPurpose.Consent);
        var tenths = new int[10];
        for (var i = 0; i < 100_000; i++)
        {
            var value = stream.NextDouble();
            Assert.True(value is >= 0 and < 1);
            Assert.Equal(Math.Floor(value * (1UL << 53)), value * (1UL << 53));
            tenths[(int)(value * 10)]++;
        }

        Assert.All(tenths, count => Assert.InRange(count, 9_500, 10_500));
    }

    [Fact]
    public void A_copy_continues_from_the_same_place_on_its_own()
    {
        var stream = new RandomStreams(16).For(StreamPurpose.Drift);
        stream.NextUInt32();
        var copy = stream;
        var expected = Enumerable.Range(0, 9).Select(_ => stream.NextUInt32()).ToArray();

        Assert.Equal(expected, Enumerable.Range(0, 9).Select(_ => copy.NextUInt32()));
    }

    [Fact]
    public void The_first_words_are_those_of_the_first_counter_in_order()
    {
        var stream = new RandomStreams(0x0000_0002_0000_0001).For(StreamPurpose.Member, new MemberId(new(4), 5), new Week(6));
        var first = Philox4x32.Generate(new(0, 5, 6, ((uint)StreamPurpose.Member << 8) | 4), 1, 2);
        var second = Philox4x32.Generate(new(1, 5, 6, ((uint)StreamPurpose.Member << 8) | 4), 1, 2);

        var words = Enumerable.Range(0, 8).Select(_ => stream.NextUInt32());

        Assert.Equal([first.X0, first.X1, first.X2, first.X3, second.X0, second.X1, second.X2, second.X3], words);
    }
}
