using MovieChain.Ledger;
using MovieChain.Sealing;

namespace MovieChain.Simulation;

/// <summary>How a provider writes on the chain and reads it: with seals and keys, or in the clear and by its word.</summary>
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

    /// <summary>How the provider reads.</summary>
    public ILedgerReader Reader { get; }

    /// <summary>The access of a provider to the chain of a run.</summary>
    /// <param name="options">The run.</param>
    /// <param name="secrets">The run's secrets.</param>
    /// <param name="provider">The provider.</param>
    /// <param name="rules">The chain's rules.</param>
    /// <param name="genesis">The hash of the chain's genesis block.</param>
    public static LedgerAccess Of(SimulationOptions options, SimulatedSecrets secrets, ProviderId provider, ChainRules rules, Hash256 genesis)
    {
        if (!options.Seal)
        {
            var granted = options.Access.ReadBy(provider.Index).Select(ProviderId.At).ToHashSet();
            return new LedgerAccess(new ClearReader(granted, rules), sealer: null, grants: []);
        }

        var dataKey = secrets.DataKey(provider);
        var agreementKey = secrets.AgreementKey(provider);
        var grants = from reader in Enumerable.Range(0, options.Providers.Length)
                     where options.Access.ReadBy(reader).Contains(provider.Index)
                     select Grant.Write(
                         dataKey, provider, agreementKey, ProviderId.At(reader), rules.Authors[reader].AgreementKey, genesis);
        return new LedgerAccess(
            new KeyReader(provider, agreementKey, rules, genesis), new RecordSealer(provider, dataKey, genesis), [.. grants]);
    }

    /// <summary>Makes a block's records of a week's orders; in the first week the grants go before them.</summary>
    /// <param name="orders">The author's record, then the orders.</param>
    /// <param name="week">The week.</param>
    /// <param name="height">The height that the block will have.</param>
    /// <param name="registry">The members' secrets.</param>
    /// <param name="workers">Who does the work.</param>
    public RecordList Seal(RecordList orders, Week week, long height, IConsentRegistry registry, Workers workers) =>
        _sealer is null ? orders : _sealer.Seal(orders, week.Number == 1 ? _grants : [], height, registry, workers);
}
