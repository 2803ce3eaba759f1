using MovieChain.Exchange.Records;
using MovieChain.Ledger;

namespace MovieChain.Exchange.Sealing;

/// <summary>Reads sealed records with keys alone: the reader's agreement key, the data keys in the grants that it opens, and the
/// secrets of the members.</summary>
/// <param name="reader">The provider that reads. A false name opens no grant without the matching key.</param>
/// <param name="agreementKey">Its agreement key.</param>
/// <param name="rules">The rules of the chain, which name the authors.</param>
/// <param name="genesis">The hash of the genesis block.</param>
internal sealed class KeyReader(ProviderId reader, PrivateKey agreementKey, ChainRules rules, Hash256 genesis) : ILedgerReader
{
    private readonly Dictionary<ProviderId, RecordKeys> _granted = [];

    /// <inheritdoc/>
    public OpenedRecords Open(Block block, IConsentRegistry registry, Workers workers)
    {
        var owner = LedgerAuthor.Of(block, rules);
        var states = new OpenedRecords.State[block.Records.Count];
        var lengths = new int[block.Records.Count];
        for (var i = 1; i < lengths.Length; i++)
        {
            var record = block.Records[i];
            if (SealedOrder.TryRead(record, out _))
            {
                states[i] = OpenedRecords.State.Closed;
                lengths[i] = record.Length - SealedOrder.TagLength;
            }
            else
            {
                TryAcceptGrant(record, owner);
            }
        }

        if (!_granted.TryGetValue(owner, out var keys))
        {
            return new OpenedRecords(block.Records, states, isGranted: false);
        }

        keys.Refresh(registry);
        var orders = RecordList.Create(lengths, workers, (i, order) =>
        {
            if (states[i] == OpenedRecords.State.Closed
                && SealedOrder.TryRead(block.Records[i], out var record)
                && keys.TryGet(record.MemberNumber, registry, out var key)
                && RecordCipher.TryOpen(key, block.Header.Height, i, record, order))
            {
                states[i] = OpenedRecords.State.Opened;
            }
        });
        return new OpenedRecords(orders, states, isGranted: true);
    }

    /// <summary>Keeps the owner's data key if the record is a grant to this reader.</summary>
    private void TryAcceptGrant(ReadOnlySpan<byte> record, ProviderId owner)
    {
        if (!_granted.ContainsKey(owner)
            && Grant.TryOpen(record, owner, rules.Authors[owner.Index].AgreementKey, reader, agreementKey, genesis) is { } dataKey)
        {
            _granted.Add(owner, new RecordKeys(owner, dataKey, genesis));
        }
    }
}
