using System.Collections.Immutable;
using MovieChain.Ledger;

namespace MovieChain.Tests.Ledger;

/// <summary>Blocks that were mined afresh, so that their hashes are right, and still break a rule; and blocks out of place.</summary>
public sealed class ChainVerifierTests
{
    private static readonly ImmutableArray<Block> _blocks = Samples.SmallChain().Blocks;
    private static readonly RecordList _records = Samples.Records(ChainRules.AuthorRecord(1), [1, 2]);
    private static readonly Hash256 _head = _blocks[^1].Hash;

    [Fact]
    public void A_good_chain_has_no_fault_nor_has_any_beginning_of_it()
    {
        for (var length = 1; length <= _blocks.Length; length++)
        {
            Assert.Null(ChainVerifier.FindFault(_blocks.Take(length)));
        }

        Assert.Null(ChainVerifier.FindFault(_blocks.Add(Samples.Seal(_records, _head))));
    }

    [Fact]
    public void A_chain_without_blocks_is_at_fault() => Assert.Equal(new ChainFault(0, ChainFaultKind.Empty), ChainVerifier.FindFault([]));

    [Fact]
    public void A_block_mined_at_another_difficulty_than_that_of_genesis_is_found()
    {
        AssertFault(5, ChainFaultKind.Difficulty, _blocks.Add(Samples.Seal(_records, _head, difficulty: 3)));
        AssertFault(5, ChainFaultKind.Difficulty, _blocks.Add(Samples.Seal(_records, _head, difficulty: 0)));
        AssertFault(5, ChainFaultKind.Difficulty, _blocks.Add(Samples.Seal(_records, _head, difficulty: 5)));
    }

    [Fact]
    public void A_block_that_claims_the_difficulty_without_its_work_is_found()
    {
        var lazy = Enumerable.Range(0, 100)
            .Select(i => Samples.Seal(Samples.Records(ChainRules.AuthorRecord(1), [(byte)i]), _head, minedAt: 3))
            .First(block => block.Hash.LeadingZeroBits == 3);

        AssertFault(5, ChainFaultKind.ProofOfWork, _blocks.Add(lazy));
    }

    [Fact]
    public void A_genesis_without_its_work_is_found()
    {
        var lazy = Enumerable.Range(0, 100)
            .Select(i => Samples.Seal(Samples.Records(Samples.Rules.GenesisRecord(), [(byte)i]), default, height: 0, time: 0, minedAt: 0))
            .First(block => block.Hash.LeadingZeroBits < 4);

        AssertFault(0, ChainFaultKind.ProofOfWork, [lazy]);
    }

    [Theory]
    [InlineData(179)]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public void Time_that_goes_back_is_found(long time) =>
        AssertFault(5, ChainFaultKind.Time, _blocks.Add(Samples.Seal(_records, _head, time: time)));

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void A_genesis_that_does_not_begin_at_time_zero_is_found(long time) =>
        AssertFault(0, ChainFaultKind.Time, [Samples.Seal(_blocks[0].Records, default, height: 0, time: time)]);

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(-1)]
    public void A_height_that_is_not_the_blocks_place_is_found(long height) =>
        AssertFault(5, ChainFaultKind.Height, _blocks.Add(Samples.Seal(_records, _head, height: height)));

    [Fact]
    public void A_block_that_links_to_any_other_hash_is_found()
    {
        foreach (var other in _blocks[..^1].Select(block => block.Hash).Append(default).Append(Samples.Hash(1)))
        {
            AssertFault(5, ChainFaultKind.Link, _blocks.Add(Samples.Seal(_records, other)));
        }

        AssertFault(0, ChainFaultKind.Link, [Samples.Seal(_blocks[0].Records, Samples.Hash(1), height: 0, time: 0)]);
    }

    [Fact]
    public void An_author_that_genesis_does_not_name_is_found()
    {
        RecordList[] unknown =
        [
            Samples.Records(ChainRules.AuthorRecord(3)),
            Samples.Records(ChainRules.AuthorRecord(65535)),
            Samples.Records([1]),
            Samples.Records([0, 1, 0]),
            Samples.Records([]),
            Samples.Records(),
        ];

        Assert.All(unknown, records => AssertFault(5, ChainFaultKind.Author, _blocks.Add(Samples.Seal(records, _head))));
    }

    [Fact]
    public void A_header_of_another_format_is_found()
    {
        var block = Samples.Seal(_records, _head);
        for (var place = 0; place < 4; place++)
        {
            var bytes = block.Header.Bytes.ToArray();
            bytes[place] ^= 2;
            AssertFault(5, ChainFaultKind.Magic, _blocks.Add(Samples.Remine(block with { Header = new BlockHeader(bytes) }, 4, Samples.Keys[1])));
        }
    }

    [Fact]
    public void Records_that_their_author_changed_and_mined_afresh_break_the_link_of_the_next_block()
    {
        for (var height = 1; height < _blocks.Length - 1; height++)
        {
            var old = _blocks[height].Header;
            var records = Samples.Records([.. _blocks[height].Records.ToArrays(), [99]]);
            var author = Samples.Rules.AuthorOf(_blocks[height])!.Value;
            var forged = Samples.Seal(records, old.Previous, height: height, time: old.Time, signer: Samples.Keys[author]);

            Assert.Null(ChainVerifier.FindFault(_blocks.Take(height).Append(forged)));
            AssertFault(height + 1, ChainFaultKind.Link, _blocks.SetItem(height, forged));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("0001")]
    [InlineData("0001000141FF")]
    [InlineData("00010001FF")]
    [InlineData("FFFF0001")]
    public void A_genesis_whose_rules_are_malformed_is_found(string rules)
    {
        var genesis = Samples.Seal(Samples.Records(Convert.FromHexString(rules)), default, height: 0, time: 0);

        AssertFault(0, ChainFaultKind.Rules, [genesis, .. _blocks[1..]]);
    }

    private static void AssertFault(long height, ChainFaultKind kind, IEnumerable<Block> blocks) =>
        Assert.Equal(new ChainFault(height, kind), ChainVerifier.FindFault(blocks));
}
