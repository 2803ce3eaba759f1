using CsCheck;
using MovieChain.Exchange.Records;

namespace MovieChain.Tests.Exchange.Records;

public sealed class IdentifiedOrderTests
{
    private static readonly Gen<(int Film, int Outcome)> _line = Gen.Select(Gen.Int[0, 9999], Gen.Frequency((1, Gen.Const(255)), (1, Gen.Int[0, 100])));

    private static readonly byte[] _example = Write(week: 300, member: 0x01020304, [(0x0506, 99), (7, 255)]);

    [Fact]
    public void A_record_is_laid_out_as_documented() => Assert.Equal(
        [1, 0x01, 0x2C, 0x01, 0x02, 0x03, 0x04, 0, 2, 0x05, 0x06, 99, 0, 7, 255],
        _example);

    [Fact]
    public void What_is_written_is_read_again()
    {
        Gen.Select(Gen.Int[0, 520], Gen.Int[0, int.MaxValue], _line.Array[0, 50]).Sample((week, member, lines) =>
        {
            var bytes = Write(week, member, lines);

            Assert.Equal(IdentifiedOrder.Length(lines.Length), bytes.Length);
            Assert.Equal(9 + (3 * lines.Length), bytes.Length);
            Assert.True(IdentifiedOrder.TryRead(bytes, out var order));
            Assert.Equal(new Week(week), order.Week);
            Assert.Equal(member, order.MemberNumber);
            Assert.Equal(lines.Length, order.LineCount);
            for (var line = 0; line < lines.Length; line++)
            {
                Assert.Equal(FilmId.At(lines[line].Film), order[line].Film);
                Assert.Equal(lines[line].Outcome == 255 ? null : new Rating((byte)lines[line].Outcome), order[line].Rating);
            }
        });
    }

    [Fact]
    public void Every_truncation_is_refused()
    {
        for (var length = 0; length < _example.Length; length++)
        {
            Assert.False(IdentifiedOrder.TryRead(_example.AsSpan(0, length), out _), $"{length} bytes");
        }
    }

    [Fact]
    public void A_byte_too_many_is_refused()
    {
        for (var spare = 0; spare <= byte.MaxValue; spare++)
        {
            Assert.False(IdentifiedOrder.TryRead([.. _example, (byte)spare], out _), $"{spare}");
        }
    }

    [Fact]
    public void Every_other_kind_is_refused()
    {
        for (var kind = 0; kind <= byte.MaxValue; kind++)
        {
            var bytes = _example.ToArray();
            bytes[0] = (byte)kind;
            Assert.Equal(kind == IdentifiedOrder.Kind, IdentifiedOrder.TryRead(bytes, out _));
        }
    }

    [Fact]
    public void An_outcome_between_a_full_rating_and_declined_is_refused()
    {
        for (var outcome = 0; outcome <= byte.MaxValue; outcome++)
        {
            Assert.Equal(outcome is <= 100 or 255, IdentifiedOrder.TryRead(Write(1, 2, [(3, 4), (5, outcome), (6, 255)]), out _));
        }
    }

    [Fact]
    public void A_member_number_beyond_the_integers_is_refused()
    {
        var bytes = _example.ToArray();
        bytes[3] = 0x80;

        Assert.False(IdentifiedOrder.TryRead(bytes, out _));
    }

    [Fact]
    public void Whatever_is_read_is_written_again_byte_for_byte_and_nothing_throws()
    {
        var read = 0;
        var noise = Gen.Select(Gen.Byte.Array[0, 40], Gen.Int[0, 5], (bytes, lines) => Shape(bytes, lines));
        noise.Sample(bytes => Interlocked.Add(ref read, IsReadAndWrittenAgain(bytes) ? 1 : 0), iter: 20_000);

        Assert.True(read > 100, $"Only {read} samples were records.");
    }

    private static bool IsReadAndWrittenAgain(byte[] bytes)
    {
        if (!IdentifiedOrder.TryRead(bytes, out var order))
        {
            return false;
        }

        var copy = new byte[IdentifiedOrder.Length(order.LineCount)];
        IdentifiedOrder.WriteHead(copy, order.Week, order.MemberNumber, order.LineCount);
        for (var line = 0; line < order.LineCount; line++)
        {
            IdentifiedOrder.WriteLine(copy, line, order[line].Film, order[line].Rating);
        }

        Assert.Equal(bytes, copy);
        return true;
    }

    /// <summary>Gives noise the kind and the number of lines of a record, so that some of it passes for one.</summary>
    private static byte[] Shape(byte[] bytes, int lines)
    {
        if (bytes.Length > 8 && lines > 0)
        {
            (bytes[0], bytes[7], bytes[8]) = (IdentifiedOrder.Kind, 0, (byte)(lines - 1));
            return bytes.Length > 9 + (3 * lines) ? bytes[..(9 + (3 * (lines - 1)))] : bytes;
        }

        return bytes;
    }

    private static byte[] Write(int week, int member, (int Film, int Outcome)[] lines)
    {
        var bytes = new byte[IdentifiedOrder.Length(lines.Length)];
        IdentifiedOrder.WriteHead(bytes, new Week(week), member, lines.Length);
        for (var line = 0; line < lines.Length; line++)
        {
            var (film, outcome) = lines[line];
            IdentifiedOrder.WriteLine(bytes, line, FilmId.At(film), outcome == 255 ? null : new Rating((byte)outcome));
        }

        return bytes;
    }
}
