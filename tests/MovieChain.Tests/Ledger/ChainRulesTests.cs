using System.Buffers.Binary;
using CsCheck;
using MovieChain.Ledger;

namespace MovieChain.Tests.Ledger;

public sealed class ChainRulesTests
{
    [Fact]
    public void The_genesis_record_is_laid_out_as_documented()
    {
        var rules = new ChainRules(new Difficulty(7), ["Ab", "", "é"]);

        Assert.Equal([0, 3, 0, 2, (byte)'A', (byte)'b', 0, 0, 0, 2, 0xC3, 0xA9], rules.GenesisRecord());
    }

    [Fact]
    public void Rules_are_read_again_from_genesis()
    {
        Gen.Select(Gen.Int[0, 32], Gen.String[Gen.Char.AlphaNumeric, 0, 20].Array[1, 8]).Sample((bits, authors) =>
        {
            var rules = new ChainRules(new Difficulty(bits), [.. authors]);

            var read = Read(rules.GenesisRecord(), bits);

            Assert.Equal(bits, read?.Difficulty.Bits);
            Assert.Equal(authors, read?.Authors.ToArray());
        });
    }

    [Fact]
    public void Every_truncation_and_every_spare_byte_is_refused()
    {
        var record = Samples.Rules.GenesisRecord();
        for (var length = 0; length < record.Length; length++)
        {
            Assert.Null(Read(record[..length]));
        }

        for (var spare = 0; spare <= byte.MaxValue; spare++)
        {
            Assert.Null(Read([.. record, (byte)spare]));
        }
    }

    [Theory]
    [InlineData("0000")]
    [InlineData("0001 0001 FF")]
    [InlineData("0001 0002 C080")]
    [InlineData("0001 0001 C3")]
    [InlineData("0001 0003 EDA080")]
    [InlineData("0001 0004 F4908080")]
    public void Rules_without_an_author_or_with_a_name_that_is_not_strict_UTF_8_are_refused(string record) => Assert.Null(Read(Convert.FromHexString(record.Replace(" ", ""))));

    [Fact]
    public void A_name_that_is_not_text_is_not_written() =>
        Assert.ThrowsAny<ArgumentException>(() => new ChainRules(new Difficulty(1), ["\uD800"]).GenesisRecord());

    [Theory]
    [InlineData(33)]
    [InlineData(256)]
    [InlineData(-1)]
    public void A_genesis_with_a_difficulty_beyond_32_bits_is_refused(int bits) => Assert.Null(Read(Samples.Rules.GenesisRecord(), bits));

    [Fact]
    public void A_genesis_without_records_is_refused() => Assert.Null(ChainRules.FromGenesis(new Block(default, Samples.Records(), default)));

    [Fact]
    public void Random_bytes_never_throw_and_what_is_read_is_written_again()
    {
        Gen.Byte.Array[0, 12].Sample(
            bytes =>
            {
                // Small numbers, so that counts and lengths have a chance to fit.
                byte[] record = [.. bytes.Select((value, place) => place % 2 == 0 && place < 6 ? (byte)0 : (byte)(value % 130))];
                Assert.True(Read(record) is not { } rules || rules.GenesisRecord().AsSpan().SequenceEqual(record));
            },
            iter: 20_000);
    }

    [Fact]
    public void The_author_of_a_block_stands_in_its_first_record()
    {
        Assert.Equal([0x01, 0x02], ChainRules.AuthorRecord(0x0102));
        Assert.Equal(0, AuthorOf([0, 0]));
        Assert.Equal(2, AuthorOf([0, 2], [9]));
    }

    [Fact]
    public void A_first_record_that_names_nobody_has_no_author()
    {
        Assert.Null(AuthorOf());
        Assert.Null(AuthorOf([]));
        Assert.Null(AuthorOf([1]));
        Assert.Null(AuthorOf([0, 3]));
        Assert.Null(AuthorOf([1, 0]));
        Assert.Null(AuthorOf([0, 1, 0]));
    }

    private static int? AuthorOf(params byte[][] records) => Samples.Rules.AuthorOf(new Block(default, Samples.Records(records), default));

    /// <summary>Reads the rules from a genesis block with this first record, whose header claims that many bits.</summary>
    private static ChainRules? Read(byte[] record, int bits = 4)
    {
        var header = new byte[BlockHeader.Length];
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), bits);
        return ChainRules.FromGenesis(new Block(new BlockHeader(header), Samples.Records(record), default));
    }
}
