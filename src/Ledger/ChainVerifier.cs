namespace MovieChain.Ledger;

/// <summary>
/// Checks a chain block by block from genesis on, by the rules that its genesis block sets and never by what a later block claims.
/// It judges; it does not throw on bad blocks. Of all that came before it keeps the last header, so that a chain of any length
/// can pass through.
/// </summary>
internal sealed class ChainVerifier
{
    private BlockHeader _last;
    private Hash256 _lastHash;

    /// <summary>What the chain holds its blocks to; null before a genesis block was seen that says so.</summary>
    public ChainRules? Rules { get; private set; }

    /// <summary>How many blocks have been found good.</summary>
    public long Height { get; private set; }

    /// <summary>The first fault of a chain; null when there is none.</summary>
    public static ChainFault? FindFault(IEnumerable<Block> blocks)
    {
        var verifier = new ChainVerifier();
        foreach (var block in blocks)
        {
            if (verifier.Check(block) is { } fault)
            {
                return fault;
            }
        }

        return verifier.CheckEnd();
    }

    /// <summary>Checks the next block. After a fault, the same place is to be filled again.</summary>
    /// <returns>What is wrong with the block; null when it is good.</returns>
    public ChainFault? Check(Block block)
    {
        return Check(block, MerkleTree.Root(block.Records));
    }

    /// <summary>Checks the next block, the root of whose records is known already.</summary>
    internal ChainFault? Check(Block block, Hash256 root)
    {
        var rules = Rules ?? ChainRules.FromGenesis(block);
        var kind = rules is null ? ChainFaultKind.Rules : FindFault(block, root, rules);
        if (kind is { } fault)
        {
            return new ChainFault(Height, fault);
        }

        Rules = rules;
        _last = block.Header;
        _lastHash = block.Hash;
        Height++;
        return null;
    }

    /// <summary>Checks that the chain may end here.</summary>
    /// <returns>What is wrong with that; null when nothing is.</returns>
    public ChainFault? CheckEnd() => Height == 0 ? new ChainFault(0, ChainFaultKind.Empty) : null;

    private ChainFaultKind? FindFault(Block block, Hash256 root, ChainRules rules)
    {
        var header = block.Header;
        var isGenesis = Height == 0;
        if (!header.HasMagic)
        {
            return ChainFaultKind.Magic;
        }

        if (header.DifficultyBits != rules.Difficulty.Bits)
        {
            return ChainFaultKind.Difficulty;
        }

        if (header.Height != Height)
        {
            return ChainFaultKind.Height;
        }

        if (isGenesis ? header.Time != 0 : header.Time < _last.Time)
        {
            return ChainFaultKind.Time;
        }

        if (header.Previous != _lastHash)
        {
            return ChainFaultKind.Link;
        }

        var author = isGenesis ? 0 : rules.AuthorOf(block);
        if (author is null)
        {
            return ChainFaultKind.Author;
        }

        if (header.MerkleRoot != root)
        {
            return ChainFaultKind.MerkleRoot;
        }

        if (header.Hash() != block.Hash)
        {
            return ChainFaultKind.Hash;
        }

        if (!rules.Difficulty.IsMetBy(block.Hash))
        {
            return ChainFaultKind.ProofOfWork;
        }

        return rules.Authors[author.Value].SigningKey.Verifies(block.Hash, block.Signature) ? null : ChainFaultKind.Signature;
    }
}
