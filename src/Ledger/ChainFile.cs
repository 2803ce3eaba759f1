namespace MovieChain.Ledger;

/// <summary>Verification of a whole chain file.</summary>
internal static class ChainFile
{
    /// <summary>Largest number of blocks in memory at a time.</summary>
    private const int MaxBatch = 8;

    /// <summary>Checks every byte of a file and every rule of the chain, up to the first fault.</summary>
    /// <param name="reader">The file, at its start.</param>
    /// <param name="workers">Thread budget: as many Merkle roots are computed at a time. Never affects results.</param>
    /// <param name="onGoodBlock">Receives each valid block, in order; may be null.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static ChainFileSummary Verify(ChainFileReader reader, Workers workers, Action<BlockInFile>? onGoodBlock = null)
    {
        var verifier = new ChainVerifier();
        var summary = new ChainFileSummary(Fault: null, Rules: null, Genesis: null, Head: default, Blocks: 0, Records: 0, reader.Length);
        while (ReadBatch(reader, workers) is { Length: > 0 } batch)
        {
            var roots = new Hash256[batch.Length];
            workers.ForRanges(batch.Length, rangeLength: 1, (place, _) => roots[place] = MerkleTree.Root(batch[place].Block.Records));
            foreach (var (filed, root) in batch.Zip(roots))
            {
                if (verifier.Check(filed.Block, root) is { } fault)
                {
                    return summary with { Fault = fault with { Offset = filed.Offset } };
                }

                summary = summary with
                {
                    Rules = verifier.Rules,
                    Genesis = summary.Genesis ?? filed.Block,
                    Head = filed.Block.Header,
                    Blocks = verifier.Height,
                    Records = summary.Records + filed.Block.Records.Count,
                };
                onGoodBlock?.Invoke(filed);
            }
        }

        return summary with { Fault = reader.Fault ?? (verifier.CheckEnd() is { } empty ? empty with { Offset = reader.End } : null) };
    }

    /// <summary>Whether the fault can come from a run that was interrupted while writing a block, so that the incomplete block may be cut off.</summary>
    /// <param name="path">The file.</param>
    /// <param name="found">Result of <see cref="Verify"/>.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static bool IsTorn(string path, ChainFileSummary found)
    {
        if (found is not { Fault.Kind: ChainFaultKind.Truncated, Rules: { } rules })
        {
            return found.Fault is { Kind: ChainFaultKind.Truncated or ChainFaultKind.Empty };
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        file.Position = found.GoodLength;
        var tail = new byte[Math.Min(file.Length - found.GoodLength, ChainFileFormat.MaxPayloadLength)];
        file.ReadExactly(tail);
        return TornFrame.IsPossible(tail, rules, found.Blocks, found.Head.Hash());
    }

    private static BlockInFile[] ReadBatch(ChainFileReader reader, Workers workers)
    {
        var batch = new List<BlockInFile>();
        while (batch.Count < Math.Clamp(workers.Threads, 1, MaxBatch) && reader.Read() is { } filed)
        {
            workers.Cancellation.ThrowIfCancellationRequested();
            batch.Add(filed);
        }

        return [.. batch];
    }
}
