using MovieChain.Ledger;

namespace MovieChain.Sealing;

/// <summary>Reads records that were left in the clear. Nothing but the reader's word keeps it to those that it was granted.</summary>
/// <param name="granted">Whose records the reader was granted.</param>
/// <param name="rules">The chain's rules, which say who wrote a block.</param>
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
