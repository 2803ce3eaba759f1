using MovieChain.Exchange.Records;
using MovieChain.Ledger;

namespace MovieChain.Exchange.Sealing;

/// <summary>Seals the records of one owner.</summary>
internal sealed class RecordSealer
{
    private readonly ProviderId _owner;
    private readonly RecordKeys _keys;

    public RecordSealer(ProviderId owner, ReadOnlySpan<byte> dataKey, Hash256 genesis)
    {
        _owner = owner;
        _keys = new RecordKeys(owner, dataKey, genesis);
    }

    /// <summary>The records of a block: the author record, the grants, and the sealed orders.</summary>
    /// <param name="orders">The author record, then the orders in the clear.</param>
    /// <param name="grants">The grants to insert before the orders.</param>
    /// <param name="height">The height that the block will have.</param>
    /// <param name="registry">The secrets of the members.</param>
    /// <param name="workers">Thread budget; never affects results.</param>
    /// <exception cref="InvalidOperationException">The registry does not hold the secret of an identified member.</exception>
    public RecordList Seal(RecordList orders, IReadOnlyList<byte[]> grants, long height, IConsentRegistry registry, Workers workers)
    {
        _keys.Refresh(registry);
        var lengths = new int[orders.Count + grants.Count];
        for (var i = 0; i < lengths.Length; i++)
        {
            lengths[i] = i == 0 ? orders[0].Length
                : i <= grants.Count ? grants[i - 1].Length
                : orders[i - grants.Count].Length + SealedOrder.TagLength;
        }

        return RecordList.Create(lengths, workers, (i, record) =>
        {
            if (i == 0)
            {
                orders[0].CopyTo(record);
            }
            else if (i <= grants.Count)
            {
                grants[i - 1].CopyTo(record);
            }
            else
            {
                Seal(orders[i - grants.Count], height, i, registry, record);
            }
        });
    }

    private void Seal(ReadOnlySpan<byte> order, long height, int index, IConsentRegistry registry, Span<byte> record)
    {
        int? member = IdentifiedOrder.TryRead(order, out var identified) ? identified.MemberNumber : null;
        if (!_keys.TryGet(member, registry, out var key))
        {
            throw new InvalidOperationException($"The registry does not hold the secret of member {member} of provider {_owner.Index}.");
        }

        RecordCipher.Seal(key, height, index, order, record);
    }
}
