using MovieChain.Exchange.Records;
using MovieChain.Exchange.Sealing;
using MovieChain.Ledger;
using MovieChain.Tests.Ledger;
using static MovieChain.Tests.Exchange.Sealing.SealedBlocks;

namespace MovieChain.Tests.Exchange.Sealing;

/// <summary>Who can open what: a named order takes the grant and the member's secret, an anonymous line the grant.</summary>
public sealed class SealingTests
{
    private static readonly Block _block = Seal(Netflix, [Netflix, Hulu], Orders);

    [Fact]
    public void Readers_who_were_granted_open_exactly_what_was_sealed()
    {
        foreach (var reader in (ProviderId[])[Netflix, Hulu])
        {
            var opened = Reader(reader).Open(_block, Everybody, new Workers(1));

            Assert.Equal(Orders.Select((order, i) => (i + 3, Convert.ToHexString(order))), Places(opened));
            Assert.Equal((3, 0), (opened.Opened, opened.Closed));
        }
    }

    [Fact]
    public void A_reader_who_was_not_granted_opens_none_though_it_holds_all_secrets()
    {
        var opened = Reader(Prime).Open(_block, Everybody, new Workers(1));

        Assert.Empty(Places(opened));
        Assert.Equal((0, 3), (opened.Opened, opened.Closed));
    }

    [Fact]
    public void To_claim_to_be_another_opens_nothing_for_lack_of_its_key()
    {
        var block = Seal(Netflix, [Netflix, Prime], Orders);

        var impostor = new KeyReader(Prime, Secrets.AgreementKey(Hulu), Samples.Rules, Genesis);

        Assert.Empty(OpenedBy(impostor, block));
        Assert.Equal(Orders, OpenedBy(Reader(Prime), block));
    }

    [Fact]
    public void Without_a_members_secret_a_grant_opens_nothing_of_that_member()
    {
        Assert.Equal([Orders[1], Orders[2]], OpenedBy(Reader(Hulu), _block, AllBut(new MemberId(Netflix, 2))));
        Assert.Equal([Orders[0], Orders[2]], OpenedBy(Reader(Hulu), _block, AllBut(new MemberId(Netflix, 5))));
    }

    [Fact]
    public void Anonymous_lines_take_the_grant_alone() =>
        Assert.Equal([Orders[2]], OpenedBy(Reader(Hulu), _block, new HeldSecrets(new Dictionary<MemberId, byte[]>())));

    [Fact]
    public void The_secret_of_another_member_opens_nothing()
    {
        var swapped = new HeldSecrets(new Dictionary<MemberId, byte[]>
        {
            [new(Netflix, 2)] = SecretOf(new(Netflix, 5)),
            [new(Netflix, 5)] = SecretOf(new(Hulu, 5)),
        });

        Assert.Equal([Orders[2]], OpenedBy(Reader(Hulu), _block, swapped));
    }

    [Fact]
    public void A_secret_that_is_destroyed_after_it_was_used_opens_nothing_any_more()
    {
        var reader = Reader(Hulu);
        Assert.Equal(Orders, OpenedBy(reader, _block));

        Assert.Equal([Orders[1], Orders[2]], OpenedBy(reader, _block, AllBut(new MemberId(Netflix, 2))));
        Assert.Equal([Orders[2]], OpenedBy(reader, _block, new HeldSecrets(new Dictionary<MemberId, byte[]>())));
    }

    [Fact]
    public void A_grant_opens_what_comes_after_it_and_nothing_before()
    {
        var reader = Reader(Hulu);
        var (early, late) = (Seal(Netflix, [], Orders, height: 4), Seal(Netflix, [], Orders, height: 9));

        Assert.Empty(OpenedBy(reader, early));
        Assert.Equal(Orders, OpenedBy(reader, _block));
        Assert.Equal(Orders, OpenedBy(reader, late));
    }

    [Fact]
    public void A_grant_by_one_owner_opens_nothing_of_another()
    {
        var reader = Reader(Hulu);
        Assert.Equal(Orders, OpenedBy(reader, _block));
        Assert.Empty(OpenedBy(reader, Seal(Prime, [Prime], Orders)));
    }

    [Fact]
    public void Neither_the_author_nor_grants_nor_orders_in_the_clear_are_counted_as_orders()
    {
        var block = BlockOf([ChainRules.AuthorRecord(0), GrantTo(Netflix, Hulu), GrantTo(Netflix, Prime), Orders[0], Orders[2], []]);

        var opened = Reader(Hulu).Open(block, Everybody, new Workers(1));

        Assert.Equal((6, 0, 0), (opened.Count, opened.Opened, opened.Closed));
    }

    [Fact]
    public void A_record_that_was_not_opened_is_not_handed_out()
    {
        var opened = Reader(Hulu).Open(_block, AllBut(new MemberId(Netflix, 2)), new Workers(1));

        Assert.All([0, 1, 2, 3], index => Assert.Throws<InvalidOperationException>(() => opened[index].ToArray()));
    }

    [Fact]
    public void Sealed_orders_show_their_week_and_member_and_nothing_of_their_films()
    {
        var one = Seal(Netflix, [], [Named(2, 10, 20, 30)]);
        var other = Seal(Netflix, [], [Named(2, 11, 20, 30)]);

        Assert.True(SealedOrder.TryRead(one.Records[1], out var record));
        Assert.Equal((new Week(3), 2), (record.Week, record.MemberNumber));
        Assert.Equal(Named(2, 10, 20, 30).Length + SealedOrder.TagLength, one.Records[1].Length);
        Assert.Equal(one.Records[1][..7], other.Records[1][..7]);
        Assert.False(one.Records[1][^16..].SequenceEqual(other.Records[1][^16..]));
    }

    [Fact]
    public void Nothing_is_sealed_for_a_member_whose_secret_is_gone()
    {
        var sealer = new RecordSealer(Netflix, Secrets.DataKey(Netflix), Genesis);
        var orders = Samples.Records([ChainRules.AuthorRecord(0), .. Orders]);
        sealer.Seal(orders, [], Height, Everybody, new Workers(1));

        Assert.Throws<InvalidOperationException>(() => sealer.Seal(orders, [], Height + 1, AllBut(new MemberId(Netflix, 5)), new Workers(1)));
    }

    [Fact]
    public void Many_records_are_sealed_and_opened_alike_by_any_number_of_workers()
    {
        byte[][] orders = [ChainRules.AuthorRecord(0), .. Enumerable.Range(0, 400).Select(i => i % 5 == 0 ? Anonymous(i) : Named(i % Members, i))];
        var alone = SealBy(1);
        var together = SealBy(4);

        Assert.Equal(alone.Records.ToArrays(), together.Records.ToArrays());
        Assert.Equal(orders[1..], OpenedBy(Reader(Hulu), alone));
        Assert.Equal(
            Places(Reader(Hulu).Open(alone, Everybody, new Workers(1))),
            Places(Reader(Hulu).Open(alone, Everybody, new Workers(4))));

        Block SealBy(int threads) => BlockOf(new RecordSealer(Netflix, Secrets.DataKey(Netflix), Genesis)
            .Seal(Samples.Records(orders), [GrantTo(Netflix, Hulu)], Height, Everybody, new Workers(threads)).ToArrays());
    }
}
