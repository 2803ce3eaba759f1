using MovieChain.Exchange;
using MovieChain.Exchange.Records;
using MovieChain.Exchange.Sealing;
using MovieChain.Learning;
using MovieChain.Ledger;
using MovieChain.Tests.Ledger;
using static MovieChain.Tests.Exchange.Sealing.SealedBlocks;

namespace MovieChain.Tests.Exchange;

/// <summary>The import of blocks, valid or hostile.</summary>
public sealed class LedgerImportTests
{
    private const int Films = 100;

    [Fact]
    public void Exactly_what_the_reader_opens_is_known()
    {
        var known = Import(Seal(Netflix, [Hulu], Orders), Seal(Prime, [Prime], Orders));

        Assert.Equal([new(Netflix, 2), new(Netflix, 5)], known.Members.ToArray());
        var last = new Decision(new Week(3), bought: true);
        Assert.Equal([new(FilmId.At(10), 1, 1, last), new(FilmId.At(20), 1, 1, last), new(FilmId.At(30), 1, 1, last)], known.Row(0).ToArray());
        Assert.Equal(4, known.Lines);
        Assert.Equal((1, 1, 0), (known.AnonymousPurchases(FilmId.At(1)), known.AnonymousPurchases(FilmId.At(2)), known.AnonymousPurchases(FilmId.At(10))));
    }

    [Fact]
    public void Members_whose_secret_is_deleted_are_forgotten()
    {
        var known = Import(Seal(Netflix, [Hulu], Orders));

        var after = LedgerImport.Read(known, [], Samples.Rules, Reader(Hulu), AllBut(new MemberId(Netflix, 2)), new Workers(1));

        Assert.Equal([new(Netflix, 5)], after.Members.ToArray());
        Assert.Equal(1, after.Lines);
        Assert.Equal(1, after.AnonymousPurchases(FilmId.At(1)));
    }

    [Fact]
    public void Genesis_is_skipped() => Assert.True(Import(Samples.SmallChain().Blocks[0], Seal(Netflix, [Hulu], Orders, height: 0)).IsEmpty);

    [Fact]
    public void Records_sealed_for_others_are_ignored() => Assert.True(Import(Seal(Prime, [Prime], [Named(1, Films), Anonymous(Films)])).IsEmpty);

    [Theory]
    [InlineData("010003000000020001")]
    [InlineData("010003000000020001000165")]
    [InlineData("020003")]
    [InlineData("0200030001")]
    [InlineData("020003000200020001")]
    [InlineData("010003000000020001006401")]
    [InlineData("0200030001FFFF")]
    public void An_opened_record_that_is_no_order_of_the_catalogue_is_refused_by_its_place(string order) =>
        AssertRefused("Record 2 of block 7", SealAsItIs(Convert.FromHexString(order)));

    [Fact]
    public void A_film_repeated_in_the_orders_of_a_week_counts_once()
    {
        var endless = Named(2, [.. Enumerable.Repeat(5, 20_000)]);

        var known = Import(Seal(Netflix, [Hulu], [endless, endless, endless, endless]));

        Assert.Equal((1L, 1), (known.Lines, known.Row(0)[0].Offers));
    }

    [Fact]
    public void A_block_without_an_author_is_refused() => AssertRefused("names no author", BlockOf([]));

    /// <summary>A block with a malformed order, of member 2 or anonymous, sealed without the checks of the sealer.</summary>
    private static Block SealAsItIs(byte[] order)
    {
        var keys = new RecordKeys(Netflix, Secrets.DataKey(Netflix), Genesis);
        keys.Refresh(Everybody);
        Assert.True(keys.TryGet(order[0] == IdentifiedOrder.Kind ? 2 : null, Everybody, out var key));
        var record = new byte[order.Length + SealedOrder.TagLength];
        RecordCipher.Seal(key, Height, index: 2, order, record);
        return BlockOf([ChainRules.AuthorRecord(0), GrantTo(Netflix, Hulu), record]);
    }

    private static void AssertRefused(string said, params Block[] blocks) =>
        Assert.Contains(said, Assert.Throws<InvalidDataException>(() => Import(blocks)).Message, StringComparison.Ordinal);

    private static Interactions Import(params Block[] blocks) =>
        LedgerImport.Read(Interactions.None(Films), blocks, Samples.Rules, Reader(Hulu), Everybody, new Workers(1));
}
