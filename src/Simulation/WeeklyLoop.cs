using System.Collections.Immutable;
using MovieChain.Audience;
using MovieChain.Catalogue;
using MovieChain.Exchange;
using MovieChain.Exchange.Sealing;
using MovieChain.Learning;
using MovieChain.Ledger;
using MovieChain.Market;
using MovieChain.Randomness;

namespace MovieChain.Simulation;

/// <summary>A week of the market, as docs/model.md describes it.</summary>
internal sealed class WeeklyLoop
{
    private readonly SimulationOptions _options;
    private readonly Workers _workers;
    private readonly World _world;
    private readonly RandomStreams _streams;
    private readonly FilmCatalogue _catalogue;
    private readonly Oracle _oracle;
    private readonly ImmutableArray<RandomSlates> _randomSlates;
    private readonly IRecommender? _recommender;
    private readonly SimulatedSecrets _secrets;
    private readonly ImmutableArray<PrivateKey> _signingKeys;
    private readonly IBlockMaker _maker;

    /// <param name="options">All that decides the results.</param>
    /// <param name="workers">Thread budget; never affects results.</param>
    /// <param name="maker">Makes the blocks.</param>
    /// <param name="world">The films and members; null to draw them.</param>
    /// <param name="validates">Whether to measure the error of each week's model, which takes as long as its training.</param>
    public WeeklyLoop(SimulationOptions options, Workers workers, IBlockMaker maker, World? world = null, bool validates = true)
    {
        _options = options;
        _workers = workers;
        _maker = maker;
        _world = world ?? World.Draw(options, workers);
        _secrets = new SimulatedSecrets((ulong)options.Seed);
        _signingKeys = Each(p => _secrets.SigningKey(ProviderId.At(p)));
        _streams = new RandomStreams((ulong)options.Seed);
        _catalogue = _world.Catalogue;
        _oracle = new Oracle(_catalogue);
        _randomSlates = Each(p => new RandomSlates(_streams, new Releases(options.Films, options.Arrivals), ProviderId.At(p)));
        _recommender = options.Recommender.CreateLearner?.Invoke(new LearnerInputs(_catalogue, _streams, options, validates));
    }

    /// <summary>The world before the first week.</summary>
    public SimulationState Begin()
    {
        var chain = Chain.Begin(GenesisStatement.RulesOf(_options, _secrets), GenesisStatement.Of(_options), _signingKeys[0], _maker);
        return new SimulationState(chain, Each(p => BeginProvider(ProviderId.At(p), chain)));
    }

    /// <summary>One week: the steps of the model and their results.</summary>
    public (SimulationState Next, WeekResult Result) Run(SimulationState state, Week week)
    {
        var members = TopUp(state, week);
        var shopping = BeginShopping(members, week);

        var slates = Vend(state, members, week);
        var orders = Order(shopping, slates);
        var charged = Charge(members, shopping, orders);
        var accounts = Bank(state, orders);
        var consenting = Withdraw(charged, week);
        var registry = ConsentRegistry.Of(_secrets, _world.Subscriptions, consenting);
        var records = Export(state, consenting, orders, registry, week);
        var chain = Mine(state.Chain, records, week);
        var known = Import(state, chain, registry, week);
        var learned = Train(state, known, week);
        var drifted = Drift(consenting, shopping, orders, week);

        var next = new SimulationState(
            chain, Each(p => state.Providers[p] with { Members = drifted[p], Account = accounts[p], Known = known[p], Learned = learned[p] }));
        var yardsticks = Measure(state, shopping, orders, week);
        var results = Each(p => Summarize(orders[p], state.Providers[p], next.Providers[p], yardsticks[p]));
        return (next, new WeekResult(week, results) { SlateOverlaps = Exposure.Overlaps(slates, _catalogue.Released(week)) });
    }

    private ProviderState BeginProvider(ProviderId provider, Chain chain)
    {
        var members = _world.Members[provider.Index];
        var access = LedgerAccess.Of(_options.Access, _options.Seal, _secrets, provider, chain.Rules, chain.Head.Hash);
        return new ProviderState(members, ProviderAccount.Opening, Interactions.None(_options.Films, _options.Repeat), Learned: null, access);
    }

    private ImmutableArray<Population> TopUp(SimulationState state, Week week) =>
        Each(p => Wallet.TopUp(state.Providers[p].Members, _streams, week));

    private ShoppingWeek BeginShopping(ImmutableArray<Population> members, Week week) => new(
        _catalogue, members, _world.Subscriptions, Visits.Draw(_world.Subscriptions, _streams, week, _workers), _options.WeeklyBudget, _workers);

    private ImmutableArray<Slates> Vend(SimulationState state, ImmutableArray<Population> members, Week week) => Each(p =>
    {
        var policy = PolicyOf(state, p, members);
        var subscribers = SubscribersOf(members, p);
        return new Slates(subscribers.Count, _options.Slate, (row, slate) => policy.FillSlate(subscribers.Id(row), week, slate), _workers);
    });

    private static ImmutableArray<Orders> Order(ShoppingWeek shopping, ImmutableArray<Slates> slates) => shopping.Place(slates);

    /// <summary>The members after they paid all providers; where a film is bought once, they keep it.</summary>
    private ImmutableArray<Population> Charge(ImmutableArray<Population> members, ShoppingWeek shopping, ImmutableArray<Orders> orders) => Each(p =>
    {
        var charged = Wallet.Charge(members[p], shopping.SpentBy(orders, ProviderId.At(p)));
        return _options.Repeat == Repeat.Once ? shopping.Keep(charged, orders) : charged;
    });

    private ImmutableArray<ProviderAccount> Bank(SimulationState state, ImmutableArray<Orders> orders) =>
        Each(p => state.Providers[p].Account.Bank(orders[p].Takings));

    /// <summary>The members; in the week of the withdrawal, a fraction of those who consent no longer do.</summary>
    private ImmutableArray<Population> Withdraw(ImmutableArray<Population> members, Week week) =>
        IsWithdrawal(week) ? Each(p => ConsentWithdrawal.Apply(members[p], _options.Revoke!.Fraction, _streams)) : members;

    private ImmutableArray<RecordList> Export(
        SimulationState state, ImmutableArray<Population> members, ImmutableArray<Orders> orders, IConsentRegistry registry, Week week) => Each(p =>
    {
        var packed = OrderPacking.Pack(SubscribersOf(members, p), orders[p], _options.PrivacyStrictness, _streams, week);
        return state.Providers[p].Access.Seal(packed, week, height: state.Chain.Blocks.Length + p, registry, _workers);
    });

    private Chain Mine(Chain chain, ImmutableArray<RecordList> records, Week week) =>
        records.Zip(_signingKeys).Aggregate(
            chain, (longer, block) => longer.Mine(block.First, week.Number * Week.Seconds, author: block.Second, _maker));

    /// <summary>Each provider's interactions after it has read the week's blocks, with room for the films of the next week.</summary>
    private ImmutableArray<Interactions> Import(SimulationState state, Chain chain, IConsentRegistry registry, Week week)
    {
        var news = chain.Blocks[state.Chain.Blocks.Length..];
        var films = _catalogue.Released(new Week(week.Number + 1));
        return Each(p => LedgerImport.Read(
            state.Providers[p].Known.WithFilms(films), news, chain.Rules, state.Providers[p].Access.Reader, registry, _workers));
    }

    /// <summary>Trains each provider's model. After a withdrawal it starts from scratch, so that the model keeps nothing of the members
    /// who withdrew.</summary>
    private ImmutableArray<Learned?> Train(SimulationState state, ImmutableArray<Interactions> known, Week week) => Each(p =>
        known[p].IsEmpty ? null : _recommender?.Learn(known[p], IsWithdrawal(week) ? null : state.Providers[p].Learned, _workers));

    private ImmutableArray<Population> Drift(ImmutableArray<Population> members, ShoppingWeek shopping, ImmutableArray<Orders> orders, Week week) =>
        Each(p => TasteDrift.Apply(members[p], shopping.PurchasesBy(orders, ProviderId.At(p)), _options.Drift, _streams, week, _workers));

    /// <summary>What other slates would have earned each provider, with the slates of the other providers unchanged.</summary>
    private ImmutableArray<Yardsticks> Measure(SimulationState state, ShoppingWeek shopping, ImmutableArray<Orders> orders, Week week)
    {
        return Each(p => new Yardsticks(
            Oracle: shopping.MostOf(orders, ProviderId.At(p), _oracle, _catalogue.Released(week)),
            Random: Takings(p, _randomSlates[p]),
            Popular: Takings(p, PopularSlates(state, p))));

        Money Takings(int p, ISlatePolicy policy)
        {
            var provider = ProviderId.At(p);
            return shopping.TakingsOf(
                orders, provider, (row, slate) => policy.FillSlate(_world.Subscriptions.PersonOf(new MemberId(provider, row)), week, slate));
        }
    }

    private static ProviderWeek Summarize(Orders orders, ProviderState before, ProviderState after, Yardsticks yardsticks) => new(
        orders.Offered,
        orders.Bought,
        after.Account.Balance - before.Account.Balance,
        after.Account.Balance,
        yardsticks,
        after.Learned?.TrainingRows ?? 0,
        after.Learned?.ValidationRmse,
        after.Members.CountConsenting(),
        Withdrawn: before.Members.CountConsenting() - after.Members.CountConsenting());

    private bool IsWithdrawal(Week week) => _options.Revoke is { Fraction: > 0 } revocation && revocation.Week == week;

    private IMembers SubscribersOf(ImmutableArray<Population> members, int provider) => _world.Subscriptions.Gather(members, ProviderId.At(provider));

    private ISlatePolicy PolicyOf(SimulationState state, int provider, ImmutableArray<Population> members) =>
        _options.Recommender.CreateFromTruth?.Invoke(new TruthInputs(_oracle, _catalogue, members, _options.WeeklyBudget))
        ?? state.Providers[provider].Learned?.Policy
        ?? _randomSlates[provider];

    /// <summary>The popular slate; random slates where nothing is on record yet.</summary>
    private ISlatePolicy PopularSlates(SimulationState state, int provider) =>
        state.Providers[provider].Known is { IsEmpty: false } known ? PopularSlate.From(known, _catalogue) : _randomSlates[provider];

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
