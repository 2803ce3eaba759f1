using MovieChain.Ledger;
using MovieChain.Records;

namespace MovieChain.Sealing;

/// <summary>Seals the records of one owner on one chain.</summary>
internal sealed class RecordSealer
{
    private readonly ProviderId _owner;
    private readonly RecordKeys _keys;

    /// <summary>A sealer.</summary>
    /// <param name="owner">Whose records they are.</param>
    /// <param name="dataKey">The owner's data key, 32 bytes.</param>
    /// <param name="genesis">The hash of the chain's genesis block.</param>
    public RecordSealer(ProviderId owner, ReadOnlySpan<byte> dataKey, Hash256 genesis)
    {
        _owner = owner;
        _keys = new RecordKeys(owner, dataKey, genesis);
    }

    /// <summary>The records of a block: the author, the grants in the clear, and the orders sealed.</summary>
    /// <param name="orders">The author's record, then its orders.</param>
    /// <param name="grants">The grants that go before the orders.</param>
    /// <param name="height">The height that the block will have.</param>
    /// <param name="registry">The members' secrets.</param>
    /// <param name="workers">Who does the work.</param>
    /// <exception cref="InvalidOperationException">The registry does not hold the secret of a member who is named.</exception>
    public RecordList Seal(RecordList orders, IReadOnlyList<byte[]> grants, long height, IConsentRegistry registry, Workers workers)
    {
        _keys.Follow(registry);
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
            throw new InvalidOperationException($"The registry holds no secret of member {member} of provider {_owner.Index}.");
        }

        RecordCipher.Seal(key, height, index, order, record);
    }
}
