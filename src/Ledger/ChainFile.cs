namespace MovieChain.Ledger;

/// <summary>A chain's file as a whole.</summary>
internal static class ChainFile
{
    /// <summary>How many blocks are held at a time at most.</summary>
    private const int MaxBatch = 8;

    /// <summary>Reads a file from its beginning and checks every byte of it and every rule of the chain, up to the first fault.</summary>
    /// <param name="reader">The file, of which nothing was read yet.</param>
    /// <param name="workers">Who does the work: the Merkle roots of as many blocks are computed at a time.</param>
    /// <param name="onGoodBlock">Told of each block that was found good, in order; may be null.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static ChainFileSummary Verify(ChainFileReader reader, Workers workers, Action<BlockInFile>? onGoodBlock = null)
    {
        var verifier = new ChainVerifier();
        var summary = new ChainFileSummary(Fault: null, Rules: null, Genesis: null, Head: default, Blocks: 0, Records: 0, reader.Length);
        while (Next(reader, workers) is { Length: > 0 } batch)
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

    /// <summary>Whether the fault of a file can be that of a run which was stopped while it wrote a block, so that what there is of the
    /// block may be cut off.</summary>
    /// <param name="path">The file.</param>
    /// <param name="found">What verification found in it.</param>
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

    private static BlockInFile[] Next(ChainFileReader reader, Workers workers)
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
