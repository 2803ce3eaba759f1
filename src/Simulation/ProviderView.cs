using System.Collections.Immutable;
using MovieChain.Ledger;
using MovieChain.Records;
using MovieChain.Sealing;

namespace MovieChain.Simulation;

/// <summary>What a provider can read of a chain, block by block from genesis on.</summary>
internal sealed class ProviderView
{
    private readonly ChainRules _rules;
    private readonly ILedgerReader _reader;
    private readonly IConsentRegistry _registry;
    private readonly Workers _workers;

    private ProviderView(ChainRules rules, ILedgerReader reader, IConsentRegistry registry, Workers workers)
    {
        _rules = rules;
        _reader = reader;
        _registry = registry;
        _workers = workers;
    }

    /// <summary>The view of a provider that holds the keys which derive from the run's seed.</summary>
    /// <param name="genesis">The genesis block, which states the options of the run.</param>
    /// <param name="provider">The provider's place.</param>
    /// <param name="lastWeek">The last week on the chain: who has withdrawn by then is not to be read any more.</param>
    /// <param name="workers">Who does the work.</param>
    /// <exception cref="InvalidDataException">The genesis block does not state the options of a run.</exception>
    public static ProviderView FromSeed(Block genesis, int provider, Week lastWeek, Workers workers)
    {
        var options = GenesisStatement.TryReadOptions(genesis) ?? throw new InvalidDataException("the genesis block does not state the options of a run");
        var rules = ChainRules.FromGenesis(genesis)!;
        var access = LedgerAccess.Of(options, new SimulatedSecrets((ulong)options.Seed), ProviderId.At(provider), rules, genesis.Hash);
        return new ProviderView(rules, access.Reader, ConsentRegistry.Of(options, lastWeek), workers);
    }

    /// <summary>The view of a provider that holds the keys in a folder and no others.</summary>
    /// <param name="genesis">The genesis block.</param>
    /// <param name="provider">The provider's place.</param>
    /// <param name="folder">The folder.</param>
    /// <param name="workers">Who does the work.</param>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file must not be read.</exception>
    /// <exception cref="InvalidDataException">The genesis block sets no rules, or a file does not hold the provider's keys.</exception>
    public static ProviderView FromKeys(Block genesis, int provider, string folder, Workers workers)
    {
        var rules = ChainRules.FromGenesis(genesis) ?? throw new InvalidDataException("the genesis block does not set the rules of a chain");
        var (agreementKey, registry) = KeyFolder.Read(folder, rules, genesis.Hash, ProviderId.At(provider));
        return new ProviderView(rules, new KeyReader(ProviderId.At(provider), agreementKey, rules, genesis.Hash), registry, workers);
    }

    /// <summary>What the provider sees of the next block.</summary>
    /// <exception cref="InvalidDataException">The block names no author, or an order that was opened is none.</exception>
    public BlockView Read(Block block)
    {
        var records = _reader.Open(block, _registry, _workers);
        var orders = new List<OrderView>(records.Opened);
        for (var i = 0; i < records.Count; i++)
        {
            if (records.IsOpened(i))
            {
                orders.Add(
                    Decode(records[i], i) ?? throw new InvalidDataException($"record {i} of block {block.Header.Height} is no order"));
            }
        }

        return new BlockView(block.Header.Height, _rules.AuthorOf(block)!.Value, orders, records.Closed, records.IsGranted);
    }

    private static OrderView? Decode(ReadOnlySpan<byte> record, int index)
    {
        var lines = ImmutableArray.CreateBuilder<OrderLine>();
        if (IdentifiedOrder.TryRead(record, out var identified))
        {
            for (var line = 0; line < identified.LineCount; line++)
            {
                lines.Add(new OrderLine(identified[line].Film, identified[line].Rating));
            }

            return new OrderView(index, identified.Week, identified.MemberNumber, lines.ToImmutable());
        }

        if (AnonymousOrder.TryRead(record, out var anonymous))
        {
            for (var line = 0; line < anonymous.Count; line++)
            {
                lines.Add(new OrderLine(anonymous[line], Rating: null));
            }

            return new OrderView(index, anonymous.Week, MemberNumber: null, lines.ToImmutable());
        }

        return null;
    }
}

/// <summary>What a provider sees of a block.</summary>
/// <param name="Height">The block's height.</param>
/// <param name="Owner">The place of the provider that wrote it.</param>
/// <param name="Orders">The orders that can be read.</param>
/// <param name="Closed">How many orders cannot be read.</param>
/// <param name="IsGranted">Whether the owner has granted its records: then those that are closed belong to members who have withdrawn.</param>
internal sealed record BlockView(long Height, int Owner, IReadOnlyList<OrderView> Orders, int Closed, bool IsGranted);

/// <summary>An order that was read.</summary>
/// <param name="Record">The record's number in its block.</param>
/// <param name="Week">The week.</param>
/// <param name="MemberNumber">The member's number with the owner; null where the member has no name.</param>
/// <param name="Lines">The films: for a member with a name those offered and shared, in slate order; for one without those bought.</param>
internal sealed record OrderView(int Record, Week Week, int? MemberNumber, ImmutableArray<OrderLine> Lines);

/// <summary>A film of an order.</summary>
/// <param name="Film">The film.</param>
/// <param name="Rating">The rating where a member with a name bought it; null where it declined, or has no name.</param>
internal readonly record struct OrderLine(FilmId Film, Rating? Rating);
