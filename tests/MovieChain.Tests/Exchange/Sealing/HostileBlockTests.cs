using CsCheck;
using MovieChain.Exchange.Sealing;
using MovieChain.Ledger;
using MovieChain.Tests.Ledger;
using static MovieChain.Tests.Exchange.Sealing.SealedBlocks;

namespace MovieChain.Tests.Exchange.Sealing;

/// <summary>Blocks that no honest provider would write.</summary>
public sealed class HostileBlockTests
{
    private static readonly Block _honest = Seal(Netflix, [Hulu], Orders);

    private static readonly Gen<byte[]> _record = Gen.OneOf(
        Gen.Byte.Array[0, 60],
        Pick.OneOf(_honest.Records.ToArrays()),
        Pick.OneOf<byte>(0x81, 0x82, Grant.Kind).SelectMany(kind => Gen.Byte.Array[50].Select(rest => (byte[])[kind, .. rest])),
        Pick.OneOf(0, 5, Members, int.MaxValue, -1).SelectMany(member => Gen.Byte.Array[16, 40].Select(rest =>
            (byte[])[0x81, 0, 3, (byte)(member >> 24), (byte)(member >> 16), (byte)(member >> 8), (byte)member, .. rest])),
        Pick.OneOf(GrantTo(Netflix, Prime), GrantTo(Prime, Hulu), GrantTo(Hulu, Hulu), GrantTo(Netflix, ProviderId.At(63)), GrantTo(Netflix, Hulu)));

    [Fact]
    public void Whatever_a_block_holds_what_opens_was_sealed_by_its_owner_for_its_place()
    {
        Gen.Select(_record.Array[0, 8], Gen.Bool).Sample(
            (records, isGranted) =>
            {
                var block = BlockOf([ChainRules.AuthorRecord(0), .. records]);
                var (reader, another) = (Reader(Hulu), Reader(Hulu));
                if (isGranted)
                {
                    Assert.Equal(3, reader.Open(_honest, Everybody, new Workers(1)).Opened);
                    another.Open(_honest, Everybody, new Workers(1));
                }

                var opened = reader.Open(block, Everybody, new Workers(1));

                Assert.All(Places(opened), place => Assert.Equal(_honest.Records[place.Index], block.Records[place.Index]));
                Assert.All(Places(opened), place => Assert.Equal(Convert.ToHexString(Orders[place.Index - 2]), place.Order));
                Assert.Equal(Places(opened), Places(another.Open(block, Everybody, new Workers(3))));
            },
            iter: 200);
    }

    [Fact]
    public void Sealed_orders_of_unknown_members_are_closed()
    {
        byte[][] orders = [.. ((uint[])[Members, 1_000_000, int.MaxValue]).Select(Claim)];

        var opened = Reader(Hulu).Open(BlockOf([ChainRules.AuthorRecord(0), GrantTo(Netflix, Hulu), .. orders]), Everybody, new Workers(1));

        Assert.Equal((0, 3), (opened.Opened, opened.Closed));

        static byte[] Claim(uint member) => [0x81, 0, 3, (byte)(member >> 24), (byte)(member >> 16), (byte)(member >> 8), (byte)member, .. new byte[20]];
    }

    [Fact]
    public void A_member_who_stands_in_a_block_many_times_is_opened_each_time_by_any_number_of_workers()
    {
        byte[][] orders = [.. Enumerable.Range(0, 640).Select(film => Named(2, film))];
        var block = Seal(Netflix, [Hulu], orders);

        for (var repeat = 0; repeat < 20; repeat++)
        {
            Assert.Equal(640, Reader(Hulu).Open(block, Everybody, new Workers(8)).Opened);
        }
    }

    [Fact]
    public void A_forged_grant_before_the_true_one_hides_nothing()
    {
        var forged = GrantTo(Netflix, Hulu);
        forged[20] ^= 1;
        var stolen = Grant.Write(new byte[32], Prime, Secrets.AgreementKey(Prime), Hulu, Secrets.AgreementKey(Hulu).Public, Genesis);
        var records = _honest.Records.ToArrays();

        // The records keep their places: the grants stand in a block before.
        var reader = Reader(Hulu);
        Assert.Empty(OpenedBy(reader, BlockOf([records[0], forged, stolen], Height - 1)));
        Assert.Equal(Orders, OpenedBy(reader, _honest));
    }

    [Theory]
    [InlineData]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("0003")]
    [InlineData("FFFF")]
    [InlineData("000000")]
    public void A_block_that_names_no_author_of_the_chain_is_refused_however_it_is_read(params string[] author)
    {
        var block = BlockOf([.. author.Select(Convert.FromHexString)]);

        Assert.Throws<InvalidDataException>(() => Reader(Hulu).Open(block, Everybody, new Workers(1)));
        Assert.Throws<InvalidDataException>(() => new ClearReader(new HashSet<ProviderId> { Netflix }, Samples.Rules).Open(block, Everybody, new Workers(1)));
    }

    [Fact]
    public void An_author_beyond_what_a_market_holds_is_refused()
    {
        var names = Enumerable.Range(0, ProviderId.MaxCount + 1).Select(place => $"P{place}").ToArray();
        var rules = new ChainRules(
            new Difficulty(0), [.. names.Select((name, place) => new Author(name, Samples.Keys[place % 64].Public, Samples.AgreementKeys[place % 64].Public))]);
        var reader = new KeyReader(Hulu, Secrets.AgreementKey(Hulu), rules, Genesis);

        Assert.Throws<InvalidDataException>(() => reader.Open(BlockOf([ChainRules.AuthorRecord(64)]), Everybody, new Workers(1)));
        Assert.Equal(0, reader.Open(BlockOf([ChainRules.AuthorRecord(63)]), Everybody, new Workers(1)).Opened);
    }
}
