namespace MovieChain.Ledger;

/// <summary>
/// Verifies a chain block by block from the genesis block, which sets the rules; what later blocks state is not trusted. Bad blocks are
/// reported, not thrown. Only the last header is kept, so that memory does not depend on the length of the chain.
/// </summary>
internal sealed class ChainVerifier
{
    private BlockHeader _last;
    private Hash256 _lastHash;

    /// <summary>Rules of the chain; null before a valid genesis block.</summary>
    public ChainRules? Rules { get; private set; }

    /// <summary>Number of valid blocks so far.</summary>
    public long Height { get; private set; }

    /// <summary>The first fault of a chain; null if it is valid.</summary>
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

    /// <summary>Checks the next block and returns its fault; null if it is valid. After a fault, the next call checks the same height again.</summary>
    public ChainFault? Check(Block block) => Check(block, MerkleTree.Root(block.Records));

    /// <summary>Checks the next block, given the Merkle root of its records.</summary>
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

    /// <summary>Checks whether the chain may end here: it needs a genesis block.</summary>
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
