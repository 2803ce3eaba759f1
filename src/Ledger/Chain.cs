using System.Collections.Immutable;

namespace MovieChain.Ledger;

/// <summary>A chain of mined blocks from genesis on. Immutable: mining a block makes a longer chain.</summary>
public sealed class Chain
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
    /// <param name="workers">Who does the mining; they decide nothing.</param>
    public static Chain Begin(ChainRules rules, ReadOnlySpan<byte> statement, Workers workers)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var records = new RecordList.Builder();
        records.Add(rules.GenesisRecord());
        records.Add(statement);
        return new Chain(rules, [Mine(rules, records.Build(), height: 0, time: 0, previous: default, workers)]);
    }

    /// <summary>Mines a block onto the chain.</summary>
    /// <param name="records">The block's records: that of <see cref="ChainRules.AuthorRecord"/>, then the author's own.</param>
    /// <param name="time">The simulated time in seconds, not before that of the head.</param>
    /// <param name="workers">Who does the mining; they decide nothing.</param>
    public Chain Mine(RecordList records, long time, Workers workers)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentOutOfRangeException.ThrowIfLessThan(time, Head.Header.Time);
        return new Chain(Rules, Blocks.Add(Mine(Rules, records, Blocks.Length, time, Head.Hash, workers)));
    }

    private static Block Mine(ChainRules rules, RecordList records, long height, long time, Hash256 previous, Workers workers)
    {
        var header = new BlockHeader(rules.Difficulty, height, time, previous, MerkleTree.Root(records), nonce: 0);
        var (mined, hash) = ProofOfWork.Mine(header, rules.Difficulty, workers);
        return new Block(mined, records, hash);
    }
}
