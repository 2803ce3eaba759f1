using System.Collections.Immutable;

namespace MovieChain.Ledger;

/// <summary>A chain of mined blocks from genesis on. Immutable: mining a block makes a longer chain.</summary>
internal sealed class Chain
{
    private Chain(ChainRules rules, ImmutableArray<Block> blocks)
    {
        Rules = rules;
        Blocks = blocks;
    }

    /// <summary>What the chain holds its blocks to.</summary>
    public ChainRules Rules { get; }

    /// <summary>The blocks, genesis first.</summary>
    public ImmutableArray<Block> Blocks { get; }

    /// <summary>The last block. Its hash covers all that came before.</summary>
    public Block Head => Blocks[^1];

    /// <summary>How many nonces it took to mine all blocks.</summary>
    public long Attempts => Blocks.Sum(block => (long)block.Header.Nonce + 1);

    /// <summary>How many nonces it should take on average.</summary>
    public long ExpectedAttempts => Blocks.Length * Rules.Difficulty.ExpectedAttempts;

    /// <summary>Begins a chain with a mined genesis block.</summary>
    /// <param name="rules">What the chain holds its blocks to.</param>
    /// <param name="statement">What else the genesis block says: a record, e.g. of the options of the run.</param>
    /// <param name="firstAuthor">The key that the first author signs with.</param>
    /// <param name="maker">Makes the block.</param>
    public static Chain Begin(ChainRules rules, ReadOnlySpan<byte> statement, PrivateKey firstAuthor, IBlockMaker maker)
    {
        var records = new RecordList.Builder();
        records.Add(rules.GenesisRecord());
        records.Add(statement);
        var genesis = records.Build();
        var header = new BlockHeader(rules.Difficulty, height: 0, time: 0, previous: default, MerkleTree.Root(genesis), nonce: 0);
        return new Chain(rules, [maker.Make(header, genesis, firstAuthor)]);
    }

    /// <summary>Mines a block onto the chain.</summary>
    /// <param name="records">The block's records: that of <see cref="ChainRules.AuthorRecord"/>, then the author's own.</param>
    /// <param name="time">The simulated time in seconds, not before that of the head.</param>
    /// <param name="author">The key that the author signs with.</param>
    /// <param name="maker">Makes the block.</param>
    public Chain Mine(RecordList records, long time, PrivateKey author, IBlockMaker maker)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, Head.Header.Time);
        var header = new BlockHeader(Rules.Difficulty, Blocks.Length, time, Head.Hash, MerkleTree.Root(records), nonce: 0);
        return new Chain(Rules, Blocks.Add(maker.Make(header, records, author)));
    }
}
