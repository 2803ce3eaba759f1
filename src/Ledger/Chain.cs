using System.Collections.Immutable;

namespace MovieChain.Ledger;

/// <summary>A chain of mined blocks, genesis block first. Immutable: mining a block returns a longer chain.</summary>
internal sealed class Chain
{
    private Chain(ChainRules rules, ImmutableArray<Block> blocks)
    {
        Rules = rules;
        Blocks = blocks;
    }

    public ChainRules Rules { get; }

    public ImmutableArray<Block> Blocks { get; }

    public Block Head => Blocks[^1];

    /// <summary>Number of nonces tried for all blocks.</summary>
    public long Attempts => Blocks.Sum(block => (long)block.Header.Nonce + 1);

    /// <summary>Expected number of nonces for all blocks.</summary>
    public long ExpectedAttempts => Blocks.Length * Rules.Difficulty.ExpectedAttempts;

    /// <summary>Mines the genesis block of a new chain.</summary>
    /// <param name="rules">Rules of the chain.</param>
    /// <param name="statement">The second genesis record, e.g. the options of the run.</param>
    /// <param name="firstAuthor">Signing key of the first author.</param>
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

    /// <summary>Mines the next block.</summary>
    /// <param name="records">The record from <see cref="ChainRules.AuthorRecord"/>, then the records of the author.</param>
    /// <param name="time">Simulated time in seconds, not before the time of the head.</param>
    /// <param name="author">Signing key of the author.</param>
    /// <param name="maker">Makes the block.</param>
    public Chain Mine(RecordList records, long time, PrivateKey author, IBlockMaker maker)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, Head.Header.Time);
        var header = new BlockHeader(Rules.Difficulty, Blocks.Length, time, Head.Hash, MerkleTree.Root(records), nonce: 0);
        return new Chain(Rules, Blocks.Add(maker.Make(header, records, author)));
    }
}
