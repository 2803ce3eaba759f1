using MovieChain.Ledger;

namespace MovieChain.Tests.Ledger;

public sealed class ChainTests
{
    private static readonly Chain _chain = Samples.SmallChain();

    [Fact]
    public void Every_block_is_linked_at_its_height_and_its_stored_hash_is_its_headers_and_fits()
    {
        Assert.Equal(5, _chain.Blocks.Length);
        for (var height = 0; height < _chain.Blocks.Length; height++)
        {
            var (header, records, hash) = _chain.Blocks[height];
            Assert.True(header.HasMagic);
            Assert.Equal(height, header.Height);
            Assert.Equal(4u, header.DifficultyBits);
            Assert.Equal(height == 0 ? default : _chain.Blocks[height - 1].Hash, header.Previous);
            Assert.Equal(MerkleTree.Root(records), header.MerkleRoot);
            Assert.Equal(header.Hash(), hash);
            Assert.True(hash.LeadingZeroBits >= 4);
        }

        Assert.Equal([0, 60, 60, 120, 180], _chain.Blocks.Select(block => block.Header.Time));
        Assert.Same(_chain.Blocks[^1], _chain.Head);
    }

    [Fact]
    public void Genesis_holds_the_rules_and_the_statement()
    {
        var genesis = _chain.Blocks[0];

        Assert.Equal(2, genesis.Records.Count);
        Assert.Equal(Samples.Rules.GenesisRecord(), genesis.Records[0].ToArray());
        Assert.Equal("seed 1"u8.ToArray(), genesis.Records[1].ToArray());
    }

    [Fact]
    public void The_same_blocks_have_the_same_head_and_any_difference_another()
    {
        var other = Chain.Begin(Samples.Rules, "seed 2"u8, new Workers(1));

        Assert.Equal(_chain.Head.Hash, Samples.SmallChain().Head.Hash);
        Assert.NotEqual(_chain.Blocks[0].Hash, other.Head.Hash);
        Assert.NotEqual(Samples.Mine(_chain, 0, 200, [1]).Head.Hash, Samples.Mine(_chain, 0, 200, [2]).Head.Hash);
        Assert.NotEqual(Samples.Mine(_chain, 0, 200, [1]).Head.Hash, Samples.Mine(_chain, 1, 200, [1]).Head.Hash);
        Assert.NotEqual(Samples.Mine(_chain, 0, 200, [1]).Head.Hash, Samples.Mine(_chain, 0, 201, [1]).Head.Hash);
    }

    [Fact]
    public void Mining_a_block_leaves_the_shorter_chain_as_it_was()
    {
        var head = _chain.Head;

        var longer = Samples.Mine(_chain, author: 1, time: 500);

        Assert.Equal(5, _chain.Blocks.Length);
        Assert.Same(head, _chain.Head);
        Assert.Equal(_chain.Blocks, longer.Blocks.Take(5));
    }

    [Fact]
    public void Attempts_count_every_nonce_tried_from_zero()
    {
        var attempts = _chain.Blocks.Sum(block => (long)block.Header.Nonce) + 5;

        Assert.Equal(attempts, _chain.Attempts);
        Assert.Equal(5 * 16, _chain.ExpectedAttempts);
    }

    [Fact]
    public void A_time_before_the_heads_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Samples.Mine(_chain, author: 0, time: 179));

    [Fact]
    public void Mining_can_be_cancelled()
    {
        var cancelled = new Workers(1, new CancellationToken(canceled: true));

        Assert.Throws<OperationCanceledException>(() => _chain.Mine(Samples.Records(ChainRules.AuthorRecord(0)), 180, cancelled));
        Assert.Throws<OperationCanceledException>(() => Chain.Begin(Samples.Rules, [], cancelled));
    }
}
