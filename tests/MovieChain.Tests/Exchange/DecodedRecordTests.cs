using MovieChain.Exchange;
using MovieChain.Exchange.Records;
using MovieChain.Ledger;
using static MovieChain.Tests.Exchange.Sealing.SealedBlocks;

namespace MovieChain.Tests.Exchange;

public sealed class DecodedRecordTests
{
    [Fact]
    public void Record_0_names_the_author_whatever_its_bytes() =>
        Assert.All([ChainRules.AuthorRecord(1), Named(2, 10), []], record => Assert.Equal(RecordKind.Author, DecodedRecord.Of(record, 0).Kind));

    [Fact]
    public void An_identified_order_has_week_member_and_lines()
    {
        var order = DecodedRecord.Of(Named(2, 10, 11), 1);

        Assert.Equal((RecordKind.Identified, new Week(3), 2, 2), (order.Kind, order.Week, order.MemberNumber, order.LineCount));
        Assert.Equal(new OrderLine(FilmId.At(10), new Rating(50)), order[0]);
        Assert.Equal(new OrderLine(FilmId.At(11), null), order[1]);
    }

    [Fact]
    public void An_anonymous_order_has_week_and_films_but_no_member()
    {
        var order = DecodedRecord.Of(Anonymous(4, 9), 1);

        Assert.Equal((RecordKind.Anonymous, new Week(3), null, 2), (order.Kind, order.Week, order.MemberNumber, order.LineCount));
        Assert.Equal(new OrderLine(FilmId.At(9), null), order[1]);
    }

    [Fact]
    public void A_grant_has_a_reader_and_sealed_orders_have_week_and_member_only()
    {
        var records = Seal(Netflix, [Hulu], Orders).Records;

        Assert.Equal((RecordKind.Grant, 1), (DecodedRecord.Of(records[1], 1).Kind, DecodedRecord.Of(records[1], 1).Reader));
        for (var i = 0; i < Orders.Length; i++)
        {
            var order = DecodedRecord.Of(records[i + 2], i + 2);
            Assert.Equal((RecordKind.Sealed, new Week(3), 0), (order.Kind, order.Week, order.LineCount));
            Assert.Equal(DecodedRecord.Of(Orders[i], 1).MemberNumber, order.MemberNumber);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("010003000000020001")]
    [InlineData("0200030001")]
    [InlineData("030001")]
    [InlineData("8100030000000200")]
    public void Malformed_records_are_unknown(string record) => Assert.Equal(RecordKind.Unknown, DecodedRecord.Of(Convert.FromHexString(record), 1).Kind);
}
