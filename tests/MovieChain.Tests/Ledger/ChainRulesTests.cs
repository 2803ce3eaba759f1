using System.Buffers.Binary;
using CsCheck;
using MovieChain.Ledger;

namespace MovieChain.Tests.Ledger;

public sealed class ChainRulesTests
{
    /// <summary>An author's two keys as they stand in a genesis record.</summary>
    private static readonly byte[] _keys = [.. Samples.Keys[5].Public.Bytes, .. Samples.AgreementKeys[5].Public.Bytes];

    [Fact]
    public void The_genesis_record_is_laid_out_as_documented()
    {
        var rules = Samples.RulesFor(7, "Ab", "", "é");

        Assert.Equal(
            [0, 3, 0, 2, (byte)'A', (byte)'b', .. KeysOf(0), 0, 0, .. KeysOf(1), 0, 2, 0xC3, 0xA9, .. KeysOf(2)],
            rules.GenesisRecord());

        static byte[] KeysOf(int author) => [.. Samples.Keys[author].Public.Bytes, .. Samples.AgreementKeys[author].Public.Bytes];
    }

    [Fact]
    public void Rules_are_read_again_from_genesis()
    {
        Gen.Select(Gen.Int[0, 32], Gen.String[Gen.Char.AlphaNumeric, 1, 20].Array[1, 8]).Sample((bits, names) =>
        {
            string[] authors = [.. names.Distinct(StringComparer.OrdinalIgnoreCase)];
            var rules = Samples.RulesFor(bits, authors);

            var read = Read(rules.GenesisRecord(), bits);

            Assert.Equal(bits, read?.Difficulty.Bits);
            Assert.Equal(authors, read?.Authors.Select(author => author.Name));
            Assert.Equal(rules.GenesisRecord(), read?.GenesisRecord());
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
    [InlineData("FF")]
    [InlineData("C080")]
    [InlineData("C3")]
    [InlineData("EDA080")]
    [InlineData("F4908080")]
    public void A_name_that_is_not_strict_UTF_8_is_refused(string name)
    {
        Assert.NotNull(Read(WithName(new string('A', name.Length / 2))));
        Assert.Null(Read([0, 1, 0, (byte)(name.Length / 2), .. Convert.FromHexString(name), .. _keys]));
    }

    [Theory]
    [InlineData("Netflix", "netflix")]
    [InlineData("Netflix", "")]
    public void Names_that_do_not_tell_the_authors_apart_are_refused(params string[] names) =>
        Assert.Null(Read(Samples.RulesFor(4, names).GenesisRecord(), 4));

    [Fact]
    public void More_authors_than_a_market_holds_are_refused()
    {
        var many = Enumerable.Range(0, ProviderId.MaxCount + 1).Select(i => new Author($"{i}", Samples.Keys[0].Public, Samples.AgreementKeys[0].Public));
        Assert.Null(Read(new ChainRules(new Difficulty(4), [.. many]).GenesisRecord(), 4));
        Assert.NotNull(Read(new ChainRules(new Difficulty(4), [.. many.Skip(1)]).GenesisRecord(), 4));
    }

    [Fact]
    public void Rules_without_an_author_are_refused()
    {
        Assert.Null(Read([0, 0]));
        Assert.Null(Read([0, 0, .. WithName("A").AsSpan(2)]));
    }

    [Fact]
    public void A_key_that_is_no_point_of_the_curve_is_refused()
    {
        var record = WithName("A");
        Assert.NotNull(Read(record));
        foreach (var place in Enumerable.Range(record.Length - _keys.Length, _keys.Length))
        {
            var changed = record.ToArray();
            changed[place] ^= 1;
            Assert.Null(Read(changed));
        }
    }

    [Fact]
    public void A_name_that_is_not_text_is_not_written() =>
        Assert.ThrowsAny<ArgumentException>(() => Samples.RulesFor(1, "\uD800").GenesisRecord());

    [Theory]
    [InlineData(33)]
    [InlineData(256)]
    [InlineData(-1)]
    public void A_genesis_with_a_difficulty_beyond_32_bits_is_refused(int bits) => Assert.Null(Read(Samples.Rules.GenesisRecord(), bits));

    [Fact]
    public void A_genesis_without_records_is_refused() => Assert.Null(ChainRules.FromGenesis(new Block(default, Samples.Records(), default, default)));

    [Fact]
    public void Random_bytes_never_throw_and_what_is_read_is_written_again()
    {
        Gen.Select(Gen.Byte.Array[0, 12], Gen.Bool).Sample(
            (bytes, hasKeys) =>
            {
                // Small numbers, so that counts and lengths have a chance to fit.
                byte[] record =
                [
                    .. bytes.Select((value, place) => place < 4 ? (byte)(place == 1 ? value % 3 : place == 3 ? value % 9 : 0) : value),
                    .. hasKeys ? _keys : [],
                ];
                Assert.True(Read(record) is not { } rules || rules.GenesisRecord().AsSpan().SequenceEqual(record));
            },
            iter: 5_000);
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

    /// <summary>The rules of one author whose name is ASCII, as a genesis record.</summary>
    private static byte[] WithName(string name) => [0, 1, 0, (byte)name.Length, .. System.Text.Encoding.ASCII.GetBytes(name), .. _keys];

    private static int? AuthorOf(params byte[][] records) => Samples.Rules.AuthorOf(new Block(default, Samples.Records(records), default, default));

    /// <summary>Reads the rules from a genesis block with this first record, whose header claims that many bits.</summary>
    private static ChainRules? Read(byte[] record, int bits = 4)
    {
        var header = new byte[BlockHeader.Length];
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), bits);
        return ChainRules.FromGenesis(new Block(new BlockHeader(header), Samples.Records(record), default, default));
    }
}
