namespace MovieChain.Ledger;

/// <summary>
/// Checks a chain from genesis on, by the rules that its genesis block sets and never by what a later block claims.
/// It judges; it does not throw on bad blocks.
/// </summary>
public static class ChainVerifier
{
    /// <summary>The first fault of a chain; null when there is none.</summary>
    public static ChainFault? FindFault(IEnumerable<Block> blocks)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        ChainRules? rules = null;
        Block? previous = null;
        var height = 0L;
        foreach (var block in blocks)
        {
            rules ??= ChainRules.FromGenesis(block);
            var fault = rules is null ? ChainFaultKind.Rules : FindFault(block, height, previous, rules);
            if (fault is { } kind)
            {
                return new ChainFault(height, kind);
            }

            previous = block;
            height++;
        }

        return previous is null ? new ChainFault(0, ChainFaultKind.Empty) : null;
    }

    private static ChainFaultKind? FindFault(Block block, long height, Block? previous, ChainRules rules)
    {
        var header = block.Header;
        if (!header.HasMagic)
        {
            return ChainFaultKind.Magic;
        }

        if (header.DifficultyBits != rules.Difficulty.Bits)
        {
            return ChainFaultKind.Difficulty;
        }

        if (header.Height != height)
        {
            return ChainFaultKind.Height;
        }

        if (previous is null ? header.Time != 0 : header.Time < previous.Header.Time)
        {
            return ChainFaultKind.Time;
        }

        if (header.Previous != (previous?.Hash ?? default))
        {
            return ChainFaultKind.Link;
        }

        if (previous is not null && rules.AuthorOf(block) is null)
        {
            return ChainFaultKind.Author;
        }

        if (header.MerkleRoot != MerkleTree.Root(block.Records))
        {
            return ChainFaultKind.MerkleRoot;
        }

        if (header.Hash() != block.Hash)
        {
            return ChainFaultKind.Hash;
        }

        return rules.Difficulty.IsMetBy(block.Hash) ? null : ChainFaultKind.ProofOfWork;
    }
}
