namespace MovieChain.Ledger;

/// <summary>A chain's file as a whole.</summary>
public static class ChainFile
{
    /// <summary>Reads a file from its beginning and checks every byte of it and every rule of the chain, up to the first fault.</summary>
    /// <param name="reader">The file, of which nothing was read yet.</param>
    /// <param name="workers">Who does the work: with two of them, a block is read while the one before it is checked.</param>
    /// <param name="onGoodBlock">Told of each block that was found good; may be null.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static ChainFileSummary Verify(ChainFileReader reader, Workers workers, Action<BlockInFile>? onGoodBlock = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var verifier = new ChainVerifier();
        Block? genesis = null;
        BlockHeader head = default;
        ChainFault? fault = null;
        var records = 0L;
        var next = reader.Read();
        while (next is { } filed)
        {
            workers.Cancellation.ThrowIfCancellationRequested();
            (fault, next) = workers.Both(_ => verifier.Check(filed.Block), _ => reader.Read());
            if (fault is not null)
            {
                fault = fault with { Offset = filed.Offset };
                break;
            }

            genesis ??= filed.Block;
            head = filed.Block.Header;
            records += filed.Block.Records.Count;
            onGoodBlock?.Invoke(filed);
        }

        fault ??= reader.Fault ?? verifier.CheckEnd();
        fault = fault is null ? null : fault with { Offset = fault.Offset ?? reader.End };
        return new ChainFileSummary(fault, verifier.Rules, genesis, head, verifier.Height, records, reader.Length);
    }
}
