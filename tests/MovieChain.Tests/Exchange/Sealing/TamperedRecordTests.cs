using MovieChain.Exchange.Sealing;
using MovieChain.Ledger;
using MovieChain.Tests.Ledger;
using static MovieChain.Tests.Exchange.Sealing.SealedBlocks;

namespace MovieChain.Tests.Exchange.Sealing;

/// <summary>A sealed record opens as it was written, where it was written, or not at all.</summary>
public sealed class TamperedRecordTests
{
    private static readonly Block _block = Seal(Netflix, [Hulu], Orders);

    [Fact]
    public void Every_flipped_bit_closes_its_record_and_no_other()
    {
        var reader = Reader(Hulu);
        foreach (var index in (int[])[2, 3, 4])
        {
            var intact = _block.Records[index].ToArray();
            var others = Places(reader.Open(_block, Everybody, new Workers(1))).Where(place => place.Index != index).ToList();
            for (var bit = 0; bit < 8 * intact.Length; bit++)
            {
                var flipped = intact.ToArray();
                flipped[bit / 8] ^= (byte)(1 << (bit % 8));

                Assert.Equal(others, Places(reader.Open(With(_block, index, flipped), Everybody, new Workers(1))));
            }
        }
    }

    [Fact]
    public void A_byte_less_or_more_closes_a_record()
    {
        foreach (var index in (int[])[2, 3, 4])
        {
            var intact = _block.Records[index].ToArray();
            var shorter = Enumerable.Range(0, intact.Length).Select(length => intact[..length]);
            byte[][] changes = [.. shorter, [.. intact, 0], [0, .. intact], [.. intact, .. intact]];

            Assert.All(changes, changed => Assert.Equal(2, OpenedBy(Reader(Hulu), With(_block, index, changed)).Count));
        }
    }

    [Fact]
    public void A_record_opens_in_no_other_place_of_its_block()
    {
        var records = _block.Records.ToArrays();
        foreach (var (first, second) in (ValueTuple<int, int>[])[(2, 3), (2, 4), (3, 4)])
        {
            var swapped = records.ToArray();
            (swapped[first], swapped[second]) = (swapped[second], swapped[first]);

            var places = Places(Reader(Hulu).Open(BlockOf(swapped), Everybody, new Workers(1)));

            Assert.Equal(Enumerable.Range(2, 3).Except([first, second]), places.Select(place => place.Index));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(Height - 1)]
    [InlineData(Height + 1)]
    [InlineData(Height + (1L << 32))]
    [InlineData(-Height)]
    [InlineData(long.MaxValue)]
    public void A_record_opens_at_no_other_height(long height) => Assert.Empty(OpenedBy(Reader(Hulu), BlockOf(_block.Records.ToArrays(), height)));

    [Fact]
    public void A_record_opens_in_no_block_of_another_owner()
    {
        var reader = Reader(Hulu);
        Assert.Equal(Orders, OpenedBy(reader, _block));
        Assert.Equal(Orders, OpenedBy(reader, Seal(Prime, [Hulu], Orders)));
        var moved = _block.Records.ToArrays();
        moved[0] = ChainRules.AuthorRecord(Prime.Index);

        Assert.Empty(OpenedBy(reader, BlockOf(moved)));
    }

    [Fact]
    public void A_record_opens_on_no_other_chain()
    {
        var otherGenesis = Samples.Hash(2);
        var grant = Grant.Write(
            Secrets.DataKey(Netflix), Netflix, Secrets.AgreementKey(Netflix), Hulu, Secrets.AgreementKey(Hulu).Public, otherGenesis);
        var reader = new KeyReader(Hulu, Secrets.AgreementKey(Hulu), Samples.Rules, otherGenesis);

        Assert.Empty(OpenedBy(reader, With(_block, 1, grant)));
    }

    [Fact]
    public void A_record_of_a_member_does_not_pass_for_that_of_another_though_their_secrets_are_the_same()
    {
        var shared = SecretOf(new(Netflix, 2));
        var registry = new HeldSecrets(Enumerable.Range(0, Members).ToDictionary(number => new MemberId(Netflix, number), _ => shared));
        var renamed = _block.Records[2].ToArray();
        renamed[6] = 3;

        Assert.Equal([Orders[0], Orders[2]], OpenedBy(Reader(Hulu), _block, registry));
        Assert.Equal([Orders[2]], OpenedBy(Reader(Hulu), With(_block, 2, renamed), registry));
    }
}
