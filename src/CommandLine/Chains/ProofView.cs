using MovieChain.Ledger;
using MovieChain.Reporting.Chains;

namespace MovieChain.CommandLine.Chains;

/// <summary>The place of a record in a chain.</summary>
/// <param name="Height">The place of its block, from genesis at 0.</param>
/// <param name="Number">Its place in the block, from 0.</param>
internal readonly record struct RecordPlace(long Height, long Number);

/// <summary>The proof of one record of a chain.</summary>
/// <param name="output">Where the proof goes.</param>
/// <param name="place">Which record is meant.</param>
internal sealed class ProofView(TextWriter output, RecordPlace place) : IChainView
{
    private RecordProof? _proof;

    /// <inheritdoc/>
    /// <exception cref="InvalidInputException">The block has no such record.</exception>
    public void Add(ShownBlock block)
    {
        if (block.Height != place.Height)
        {
            return;
        }

        var records = block.Block.Records.Count;
        if (place.Number >= records)
        {
            throw new InvalidInputException(
                $"--proof {place.Height}:{place.Number}: the record must be a whole number from 0 to {records - 1} in block {place.Height}");
        }

        _proof = RecordProof.Of(block.Block, block.Author, (int)place.Number);
    }

    /// <inheritdoc/>
    public void End(long blocks, ChainFault? fault)
    {
        // The proof of a block before the fault would hold, but a user must learn of the fault first.
        if (_proof is not null && fault is null)
        {
            ProofFile.Write(output, _proof);
        }
    }
}
