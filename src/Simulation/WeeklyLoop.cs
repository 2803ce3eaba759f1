using System.Collections.Immutable;
using MovieChain.Audience;
using MovieChain.Catalogue;
using MovieChain.Learning;
using MovieChain.Ledger;
using MovieChain.Market;
using MovieChain.Randomness;

namespace MovieChain.Simulation;

/// <summary>The market of MODEL.md: what a week makes of the world.</summary>
internal sealed class WeeklyLoop
{
    private const long SecondsPerWeek = 7 * 24 * 60 * 60;

    private readonly SimulationOptions _options;
    private readonly Workers _workers;
    private readonly RandomStreams _streams;
    private readonly FilmCatalogue _catalogue;
    private readonly Oracle _oracle;
    private readonly RandomSlates _randomSlates;
    private readonly IRecommender? _recommender;

    public WeeklyLoop(SimulationOptions options, Workers workers)
    {
        _options = options;
        _workers = workers;
        _streams = new RandomStreams((ulong)options.Seed);
        _catalogue = FilmGenerator.Generate(_streams, options.Films);
        _oracle = new Oracle(_catalogue);
        _randomSlates = new RandomSlates(_streams, options.Films);
        _recommender = options.Recommender switch
        {
            RecommenderKind.Mf => new MatrixFactorizationRecommender(_catalogue, _streams, options.Rank),
            RecommenderKind.Popular => new PopularRecommender(_catalogue),
            _ => null,
        };
    }

    /// <summary>The world before the first week.</summary>
    public SimulationState Begin()
    {
        var rules = new ChainRules(_options.Difficulty, [.. _options.Providers.Select(provider => provider.Name)]);
        var chain = Chain.Begin(rules, GenesisStatement.Of(_options), _workers);
        return new SimulationState(chain, [.. _options.Providers.Select(BeginProvider)]);
    }

    /// <summary>One week: the eight steps of the model, and what came of them.</summary>
    public (SimulationState Next, WeekResult Result) Run(SimulationState state, Week week)
    {
        var members = TopUp(state, week);

        var slates = Vend(state, members, week);
        var orders = Order(members, slates);
        var charged = Charge(members, orders);
        var accounts = Bank(state, orders);
        var records = Export(members, orders, week);
        var chain = Mine(state.Chain, records, week);
        var known = Import(state, chain);
        var learned = Train(state, known);
        var drifted = Drift(charged, orders, week);

        var next = new SimulationState(chain, Each(p => new ProviderState(drifted[p], accounts[p], known[p], learned[p])));
        var yardsticks = Measure(state, members, week);
        return (next, new WeekResult(week, Each(p => Summarize(orders[p], state.Providers[p].Account, next.Providers[p], yardsticks[p]))));
    }

    private ProviderState BeginProvider(ProviderPlan plan, int place)
    {
        var members = MemberGenerator.Generate(_streams, ProviderId.At(place), plan.Customers, _options.Consent, _workers);
        return new ProviderState(members, ProviderAccount.Opening, Interactions.None(_options.Films), Learned: null);
    }

    private ImmutableArray<Population> TopUp(SimulationState state, Week week) =>
        Each(p => Wallet.TopUp(state.Providers[p].Members, _streams, week));

    private ImmutableArray<Slates> Vend(SimulationState state, ImmutableArray<Population> members, Week week) =>
        Each(p => Offer(PolicyOf(state.Providers[p], members[p]), members[p], week));

    private ImmutableArray<Orders> Order(ImmutableArray<Population> members, ImmutableArray<Slates> slates) =>
        Each(p => Orders.Place(_catalogue, members[p], slates[p], _workers));

    private ImmutableArray<Population> Charge(ImmutableArray<Population> members, ImmutableArray<Orders> orders) =>
        Each(p => Wallet.Charge(members[p], orders[p].Spent));

    private ImmutableArray<ProviderAccount> Bank(SimulationState state, ImmutableArray<Orders> orders) =>
        Each(p => state.Providers[p].Account.Bank(orders[p].Takings));

    private ImmutableArray<RecordList> Export(ImmutableArray<Population> members, ImmutableArray<Orders> orders, Week week) =>
        Each(p => OrderExport.Pack(members[p], orders[p], _options.PrivacyStrictness, _streams, week));

    private Chain Mine(Chain chain, ImmutableArray<RecordList> records, Week week) =>
        records.Aggregate(chain, (longer, record) => longer.Mine(record, week.Number * SecondsPerWeek, _workers));

    private ImmutableArray<Interactions> Import(SimulationState state, Chain chain)
    {
        var news = chain.Blocks[state.Chain.Blocks.Length..];
        return Each(p => LedgerImport.Read(state.Providers[p].Known, news, chain.Rules, _options.Access.ReadBy(p).Select(ProviderId.At).ToHashSet()));
    }

    /// <summary>Learns where there is something to learn from and somebody who learns.</summary>
    private ImmutableArray<Learned?> Train(SimulationState state, ImmutableArray<Interactions> known) =>
        Each(p => known[p].IsEmpty ? null : _recommender?.Learn(known[p], state.Providers[p].Learned, _workers));

    private ImmutableArray<Population> Drift(ImmutableArray<Population> members, ImmutableArray<Orders> orders, Week week) =>
        Each(p => TasteDrift.Apply(members[p], orders[p].CountPurchases(), _options.Drift, _streams, week, _workers));

    private ImmutableArray<Yardsticks> Measure(SimulationState state, ImmutableArray<Population> members, Week week) =>
        Each(p => new Yardsticks(
            Oracle: Takings(new OracleSlates(_oracle, members[p]), members[p], week),
            Random: Takings(_randomSlates, members[p], week),
            Popular: Takings(PopularSlates(state.Providers[p].Known), members[p], week)));

    private static ProviderWeek Summarize(Orders orders, ProviderAccount before, ProviderState after, Yardsticks yardsticks) => new(
        orders.Offered,
        orders.Bought,
        after.Account.Balance - before.Balance,
        after.Account.Balance,
        yardsticks,
        after.Learned?.TrainingRows ?? 0,
        after.Learned?.ValidationRmse);

    private ISlatePolicy PolicyOf(ProviderState provider, Population members) =>
        _options.Recommender == RecommenderKind.Oracle ? new OracleSlates(_oracle, members) : provider.Learned?.Policy ?? _randomSlates;

    /// <summary>The popular slate; before anything is on record, no film is more popular than another and slates are random.</summary>
    private ISlatePolicy PopularSlates(Interactions known) =>
        known.IsEmpty ? _randomSlates : PopularSlate.From(known, _catalogue);

    private Slates Offer(ISlatePolicy policy, Population members, Week week) =>
        new(members.Count, _options.Slate, (member, slate) => policy.FillSlate(members.Id(member), week, slate), _workers);

    private Money Takings(ISlatePolicy policy, Population members, Week week) =>
        Orders.Place(_catalogue, members, Offer(policy, members, week), _workers).Takings;

    private ImmutableArray<T> Each<T>(Func<int, T> make)
    {
        var results = ImmutableArray.CreateBuilder<T>(_options.Providers.Length);
        for (var provider = 0; provider < _options.Providers.Length; provider++)
        {
            _workers.Cancellation.ThrowIfCancellationRequested();
            results.Add(make(provider));
        }

        return results.MoveToImmutable();
    }
}
