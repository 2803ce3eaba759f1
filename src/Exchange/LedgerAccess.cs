using MovieChain.Exchange.Sealing;
using MovieChain.Ledger;

namespace MovieChain.Exchange;

/// <summary>How a provider writes to the chain and reads from it: sealed and with keys, or in the clear and on trust.</summary>
internal sealed class LedgerAccess
{
    private readonly RecordSealer? _sealer;
    private readonly List<byte[]> _grants;

    private LedgerAccess(ILedgerReader reader, RecordSealer? sealer, List<byte[]> grants)
    {
        Reader = reader;
        _sealer = sealer;
        _grants = grants;
    }

    public ILedgerReader Reader { get; }

    /// <summary>The access of a provider.</summary>
    /// <param name="access">The access rule of all providers.</param>
    /// <param name="seal">Whether records are sealed.</param>
    /// <param name="secrets">The source of all keys.</param>
    /// <param name="provider">The provider.</param>
    /// <param name="rules">The rules of the chain.</param>
    /// <param name="genesis">The hash of the genesis block.</param>
    public static LedgerAccess Of(AccessRule access, bool seal, SimulatedSecrets secrets, ProviderId provider, ChainRules rules, Hash256 genesis)
    {
        if (!seal)
        {
            var granted = access.ReadBy(provider.Index).Select(ProviderId.At).ToHashSet();
            return new LedgerAccess(new ClearReader(granted, rules), sealer: null, grants: []);
        }

        var dataKey = secrets.DataKey(provider);
        var agreementKey = secrets.AgreementKey(provider);
        var grants = from reader in Enumerable.Range(0, rules.Authors.Length)
                     where access.ReadBy(reader).Contains(provider.Index)
                     select Grant.Write(dataKey, provider, agreementKey, ProviderId.At(reader), rules.Authors[reader].AgreementKey, genesis);
        return new LedgerAccess(
            new KeyReader(provider, agreementKey, rules, genesis), new RecordSealer(provider, dataKey, genesis), [.. grants]);
    }

    /// <summary>Makes the records of a block from the orders of a week. In the first week the grants precede the orders.</summary>
    /// <param name="orders">The author record, then the orders.</param>
    /// <param name="week">The week.</param>
    /// <param name="height">The height that the block will have.</param>
    /// <param name="registry">The secrets of the members.</param>
    /// <param name="workers">Thread budget; never affects results.</param>
    public RecordList Seal(RecordList orders, Week week, long height, IConsentRegistry registry, Workers workers) =>
        _sealer is null ? orders : _sealer.Seal(orders, week.Number == 1 ? _grants : [], height, registry, workers);
}
