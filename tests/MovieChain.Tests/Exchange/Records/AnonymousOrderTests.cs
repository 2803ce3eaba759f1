using CsCheck;
using MovieChain.Exchange.Records;

namespace MovieChain.Tests.Exchange.Records;

public sealed class AnonymousOrderTests
{
    private static readonly byte[] _example = Write(week: 300, 7, 0x0506, 9999);

    [Fact]
    public void A_record_is_laid_out_as_documented() => Assert.Equal([2, 0x01, 0x2C, 0, 3, 0, 7, 0x05, 0x06, 0x27, 0x0F], _example);

    [Fact]
    public void What_is_written_is_read_again()
    {
        Gen.Select(Gen.Int[0, 520], Gen.Int[0, 9999].HashSet[0, 50]).Sample((week, films) =>
        {
            int[] sorted = [.. films.Order()];

            var bytes = Write(week, sorted);

            Assert.Equal(5 + (2 * sorted.Length), bytes.Length);
            Assert.True(AnonymousOrder.TryRead(bytes, out var order));
            Assert.Equal(new Week(week), order.Week);
            Assert.Equal(sorted.Length, order.Count);
            for (var i = 0; i < sorted.Length; i++)
            {
                Assert.Equal(FilmId.At(sorted[i]), order[i]);
            }
        });
    }

    [Fact]
    public void Every_truncation_is_refused()
    {
        for (var length = 0; length < _example.Length; length++)
        {
            Assert.False(AnonymousOrder.TryRead(_example.AsSpan(0, length), out _), $"{length} bytes");
        }
    }

    [Fact]
    public void A_byte_too_many_is_refused()
    {
        for (var spare = 0; spare <= byte.MaxValue; spare++)
        {
            Assert.False(AnonymousOrder.TryRead([.. _example, (byte)spare], out _), $"{spare}");
        }
    }

    [Fact]
    public void Every_other_kind_is_refused()
    {
        for (var kind = 0; kind <= byte.MaxValue; kind++)
        {
            var bytes = _example.ToArray();
            bytes[0] = (byte)kind;
            Assert.Equal(kind == AnonymousOrder.Kind, AnonymousOrder.TryRead(bytes, out _));
        }
    }

    [Theory]
    [InlineData(2, 1, 3)]
    [InlineData(1, 3, 2)]
    [InlineData(1, 1, 2)]
    [InlineData(1, 2, 2)]
    [InlineData(256, 255, 257)]
    public void Films_that_are_not_in_catalogue_order_each_once_are_refused(int first, int second, int third) =>
        Assert.False(AnonymousOrder.TryRead(Write(1, first, second, third), out _));

    [Fact]
    public void Neither_kind_of_record_is_read_as_the_other()
    {
        var named = new byte[IdentifiedOrder.Length(0)];
        IdentifiedOrder.WriteHead(named, new Week(1), 2, 0);

        Assert.False(AnonymousOrder.TryRead(named, out _));
        Assert.False(IdentifiedOrder.TryRead(_example, out _));
    }

    [Fact]
    public void Whatever_is_read_is_written_again_byte_for_byte_and_nothing_throws()
    {
        var read = 0;
        var noise = Gen.Select(Gen.Byte.Array[0, 12], Gen.Bool, (bytes, shaped) => shaped ? Shape(bytes) : bytes);
        noise.Sample(bytes => Interlocked.Add(ref read, IsReadAndWrittenAgain(bytes) ? 1 : 0), iter: 20_000);

        Assert.True(read > 100, $"Only {read} samples were records.");
    }

    private static bool IsReadAndWrittenAgain(byte[] bytes)
    {
        if (!AnonymousOrder.TryRead(bytes, out var order))
        {
            return false;
        }

        var films = new FilmId[order.Count];
        for (var i = 0; i < films.Length; i++)
        {
            films[i] = order[i];
        }

        Assert.Equal(bytes, AnonymousOrder.Write(order.Week, films));
        return true;
    }

    /// <summary>Gives noise the kind and the number of films of a record, so that some of it passes for one.</summary>
    private static byte[] Shape(byte[] bytes)
    {
        if (bytes.Length >= 5)
        {
            (bytes[0], bytes[3], bytes[4]) = (AnonymousOrder.Kind, 0, (byte)((bytes.Length - 5) / 2));
        }

        return bytes;
    }

    private static byte[] Write(int week, params int[] films) => AnonymousOrder.Write(new Week(week), [.. films.Select(FilmId.At)]);
}
