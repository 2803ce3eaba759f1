using CsCheck;
using MovieChain.Exchange.Records;

namespace MovieChain.Tests.Exchange.Records;

public sealed class SealedOrderTests
{
    private const int NamedHead = 7;
    private const int AnonymousHead = 3;

    [Fact]
    public void The_public_part_of_a_named_order_is_its_kind_week_and_member() =>
        Assert.Equal([0x81, 0x01, 0x2C, 0x01, 0x02, 0x03, 0x04], HeadOf([1, 0x01, 0x2C, 0x01, 0x02, 0x03, 0x04, 0, 1, 0, 9, 255], NamedHead));

    [Fact]
    public void The_public_part_of_an_anonymous_line_is_its_kind_and_week() =>
        Assert.Equal([0x82, 0x01, 0x2C], HeadOf([2, 0x01, 0x2C, 0, 1, 0, 9], AnonymousHead));

    [Fact]
    public void What_is_written_in_public_is_read_again()
    {
        Gen.Select(Gen.Int[0, 520], Gen.Int[0, int.MaxValue], Gen.Bool, Gen.Byte.Array[SealedOrder.TagLength, 60]).Sample((week, member, isNamed, rest) =>
        {
            var order = new byte[9];
            IdentifiedOrder.WriteHead(order, new Week(week), member, lines: 0);
            order[0] = isNamed ? IdentifiedOrder.Kind : AnonymousOrder.Kind;
            var head = HeadOf(order, isNamed ? NamedHead : AnonymousHead);

            Assert.True(SealedOrder.TryRead([.. head, .. rest], out var record));
            Assert.Equal(new Week(week), record.Week);
            Assert.Equal(isNamed ? member : null, record.MemberNumber);
            Assert.Equal(head, record.Head);
            Assert.Equal(rest.AsSpan(..^SealedOrder.TagLength), record.Ciphertext);
            Assert.Equal(rest.AsSpan(^SealedOrder.TagLength..), record.Tag);
            var opened = new byte[head.Length];
            record.WriteOpenedHead(opened);
            Assert.Equal(order[..head.Length], opened);
        });
    }

    [Theory]
    [InlineData(0x81, NamedHead)]
    [InlineData(0x82, AnonymousHead)]
    public void Nothing_shorter_than_its_public_part_and_its_tag_is_a_sealed_order(byte kind, int head)
    {
        for (var length = 0; length < 40; length++)
        {
            var bytes = new byte[length];
            bytes.AsSpan(0, Math.Min(length, 1)).Fill(kind);
            Assert.Equal(length >= head + SealedOrder.TagLength, SealedOrder.TryRead(bytes, out _));
        }
    }

    [Fact]
    public void Every_other_kind_is_refused()
    {
        for (var kind = 0; kind <= byte.MaxValue; kind++)
        {
            Assert.Equal(kind is 0x81 or 0x82, SealedOrder.TryRead([(byte)kind, .. new byte[60]], out _));
        }
    }

    [Fact]
    public void A_member_number_beyond_the_integers_is_refused()
    {
        for (var highest = 0; highest <= byte.MaxValue; highest++)
        {
            Assert.Equal(highest < 0x80, SealedOrder.TryRead([0x81, 0, 1, (byte)highest, 255, 255, 255, .. new byte[16]], out _));
        }
    }

    [Fact]
    public void Nothing_throws_on_noise()
    {
        var read = 0;
        Gen.Select(Pick.OneOf<byte>(0x81, 0x82, 0x01, 0x80), Gen.Byte.Array[0, 40], Gen.Bool).Sample(
            (kind, noise, isShaped) =>
            {
                byte[] bytes = isShaped ? [kind, .. noise] : noise;
                if (SealedOrder.TryRead(bytes, out var order))
                {
                    Interlocked.Increment(ref read);
                    Assert.Equal(bytes, (byte[])[.. order.Head, .. order.Ciphertext, .. order.Tag]);
                    Assert.True(order.MemberNumber is null or >= 0);
                }
            },
            iter: 20_000);

        Assert.True(read > 100, $"Only {read} samples were sealed orders.");
    }

    private static byte[] HeadOf(byte[] order, int length)
    {
        Assert.Equal(length, SealedOrder.HeadLength(order[0]));
        var head = new byte[length];
        SealedOrder.WriteHead(head, order);
        return head;
    }
}
