using MovieChain.Ledger;
using MovieChain.Records;

namespace MovieChain.Sealing;

/// <summary>Reads sealed records by keys and by nothing else: the reader's own agreement key, the grants that it opens on the chain, and
/// the members' secrets.</summary>
/// <param name="reader">Who reads. To claim to be another opens nothing, for lack of its key.</param>
/// <param name="agreementKey">The reader's agreement key.</param>
/// <param name="rules">The chain's rules, which say who wrote a block.</param>
/// <param name="genesis">The hash of the chain's genesis block.</param>
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
                Take(record, owner);
            }
        }

        if (!_granted.TryGetValue(owner, out var keys))
        {
            return new OpenedRecords(block.Records, states, isGranted: false);
        }

        keys.Follow(registry);
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

    /// <summary>Takes the owner's data key from a record, if that is what it holds for this reader.</summary>
    private void Take(ReadOnlySpan<byte> record, ProviderId owner)
    {
        if (!_granted.ContainsKey(owner)
            && Grant.TryOpen(record, owner, rules.Authors[owner.Index].AgreementKey, reader, agreementKey, genesis) is { } dataKey)
        {
            _granted.Add(owner, new RecordKeys(owner, dataKey, genesis));
        }
    }
}
