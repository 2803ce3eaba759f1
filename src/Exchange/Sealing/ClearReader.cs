using MovieChain.Ledger;

namespace MovieChain.Exchange.Sealing;

/// <summary>Reads records in the clear. No key enforces the access rule: the reader opens only granted records, on trust.</summary>
/// <param name="granted">The owners whose records were granted to the reader.</param>
/// <param name="rules">The rules of the chain, which name the authors.</param>
internal sealed class ClearReader(IReadOnlySet<ProviderId> granted, ChainRules rules) : ILedgerReader
{
    /// <inheritdoc/>
    public OpenedRecords Open(Block block, IConsentRegistry registry, Workers workers)
    {
        var owner = LedgerAuthor.Of(block, rules);
        var states = new OpenedRecords.State[block.Records.Count];
        var isGranted = granted.Contains(owner);
        states.AsSpan(1..).Fill(isGranted ? OpenedRecords.State.Opened : OpenedRecords.State.Closed);
        return new OpenedRecords(block.Records, states, isGranted);
    }
}
