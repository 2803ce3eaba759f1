using System.Collections.Immutable;
using CsCheck;
using MovieChain.Audience;
using MovieChain.Catalogue;
using MovieChain.Market;
using MovieChain.Randomness;

namespace MovieChain.Tests.Market;

/// <summary>Members who look at several slates in a week.</summary>
public sealed class ShoppingWeekTests
{
    private const int Films = 5;
    private const int Providers = 3;

    private static readonly Workers _alone = new(1);

    /// <summary>All slates of one or two films of five.</summary>
    private static readonly List<int[]>[] _slates =
    [
        [.. Enumerable.Range(0, Films).Select(film => (int[])[film])],
        [.. Enumerable.Range(0, Films).SelectMany(first => Enumerable.Range(0, Films).Where(second => second != first).Select(second => (int[])[first, second]))],
    ];

    private static readonly Gen<Market> _market =
        from seed in Gen.UInt
        from prices in Gen.Int[1, 6].Array[Films]
        from liked in Gen.Int[0, 3].Array[Films]
        from balances in Gen.Int[0, 16].Array[2].Array[Providers]
        from owned in Gen.Int[0, (1 << Films) - 1].Array[2].Array[Providers]
        from budget in Gen.Int[0, 14]
        from fraction in Pick.OneOf(0.0, 0.5, 1.0)
        from size in Gen.Int[1, 2]
        from films in Gen.Int[size, Films]
        from offered in Gen.Int[0, 19].Array[6].Array[Providers]
        select new Market(
            seed, prices, liked, balances, owned, budget == 0 ? null : new Money(budget), fraction, size, films, offered);

    [Fact]
    public void The_oracle_is_the_best_of_all_slates_for_any_market()
    {
        _market.Sample(
            market =>
            {
                var orders = market.Week.Place(market.Slates);
                for (var place = 0; place < Providers; place++)
                {
                    var provider = ProviderId.At(place);
                    var most = market.Week.MostOf(orders, provider, new Oracle(market.Catalogue), market.Films);

                    Assert.Equal(BestOfAll(market, place), most.Units);
                    Assert.True(orders[place].Takings <= most || market.OffersWhatIsNotOutYet);
                }
            },
            iter: 400);
    }

    [Fact]
    public void What_other_slates_would_have_earned_is_what_they_earn_in_their_place()
    {
        _market.Sample(
            market =>
            {
                var orders = market.Week.Place(market.Slates);
                for (var place = 0; place < Providers; place++)
                {
                    var instead = market.Candidates[market.Seed % market.Candidates.Count];
                    var takings = market.Week.TakingsOf(
                        orders, ProviderId.At(place), (_, slate) => instead.Select(FilmId.At).ToArray().CopyTo(slate));

                    Assert.Equal(market.Week.Place(market.SlatesWith(place, instead))[place].Takings, takings);
                }
            },
            iter: 200);
    }

    [Fact]
    public void Nobody_spends_more_than_it_has_or_buys_what_it_has_and_all_that_is_paid_is_earned()
    {
        _market.Sample(
            market =>
            {
                var orders = market.Week.Place(market.Slates);
                var paid = 0L;
                foreach (var home in market.Homes)
                {
                    var spent = market.Week.SpentBy(orders, home.Provider);
                    var purchases = market.Week.PurchasesBy(orders, home.Provider);
                    var kept = market.Week.Keep(home, orders);
                    for (var number = 0; number < home.Count; number++)
                    {
                        var bought = market.BoughtBy(orders, home.Id(number));

                        Assert.Equal(bought.Count, bought.Distinct().Count());
                        Assert.DoesNotContain(bought, film => FilmBits.Contains(home.Owned(number), film));
                        Assert.Equal(bought.Sum(film => market.Catalogue.Price(film).Units), spent[number].Units);
                        Assert.Equal(bought.Count, purchases[number]);
                        Assert.True(spent[number] <= home.Balance(number) && spent[number] <= (market.Budget ?? home.Balance(number)));
                        Assert.Equal(home.Owned(number)[0] | bought.Aggregate(0UL, (set, film) => set | 1UL << film.Index), kept.Owned(number)[0]);
                        paid += spent[number].Units;
                    }
                }

                Assert.Equal(orders.Sum(order => order.Takings.Units), paid);
            },
            iter: 400);
    }

    /// <summary>Members do not look at each other: what is best for each of them is best for all.</summary>
    private static long BestOfAll(Market market, int provider)
    {
        var best = new long[market.Slates[provider].Members];
        foreach (var candidate in market.Candidates.Where(slate => slate.All(film => film < market.Films)))
        {
            var orders = market.Week.Place(market.SlatesWith(provider, candidate));
            for (var row = 0; row < best.Length; row++)
            {
                best[row] = Math.Max(best[row], orders[provider].Spent[row].Units);
            }
        }

        return best.Sum();
    }

    /// <summary>Three providers with two members each, five films, and slates for everybody.</summary>
    private sealed class Market
    {
        private readonly Subscriptions _subscriptions;

        public Market(
            uint seed, int[] prices, int[] liked, int[][] balances, int[][] owned, Money? budget, double fraction, int size, int films, int[][] offered)
        {
            var streams = new RandomStreams(seed);
            Seed = (int)(seed % 1000);
            Budget = budget;
            Films = films;
            Catalogue = HandMade.Catalogue([.. prices.Zip(liked, (price, likes) => (price, likes > 0 ? 2 * HandMade.One : HandMade.One))]);
            Homes =
            [
                .. balances.Select((of, place) =>
                {
                    var drawn = HandMade.Audience([.. of.Select(balance => (HandMade.One, balance))]);
                    return drawn.At(ProviderId.At(place)).WithMoreOwned([.. owned[place].Select(set => (ulong)set)]);
                }),
            ];
            _subscriptions = Subscriptions.Draw(streams, Homes.Select(home => home.Count), fraction);
            Candidates = _slates[size - 1];
            Slates =
            [
                .. offered.Select((choice, place) => HandMade.Slates(
                    [.. Enumerable.Range(0, _subscriptions.Count(ProviderId.At(place))).Select(row => Candidates[choice[row] % Candidates.Count])])),
            ];
            Week = new ShoppingWeek(Catalogue, Homes, _subscriptions, Visits.Draw(_subscriptions, streams, new Week(1), _alone), budget, _alone);
        }

        public int Seed { get; }

        public Money? Budget { get; }

        public int Films { get; }

        public FilmCatalogue Catalogue { get; }

        public ImmutableArray<Population> Homes { get; }

        public List<int[]> Candidates { get; }

        public ImmutableArray<Slates> Slates { get; }

        public ShoppingWeek Week { get; }

        public bool OffersWhatIsNotOutYet => Slates.Any(slates => Enumerable.Range(0, slates.Members).Any(row => slates[row].ContainsAnyExceptInRange(FilmId.At(0), FilmId.At(Films - 1))));

        public ImmutableArray<Slates> SlatesWith(int provider, int[] slate) =>
            Slates.SetItem(provider, HandMade.Slates([.. Enumerable.Repeat(slate, Slates[provider].Members)]));

        public List<FilmId> BoughtBy(ImmutableArray<Orders> orders, MemberId person)
        {
            var bought = new List<FilmId>();
            for (var place = 0; place < Providers; place++)
            {
                for (var row = 0; row < orders[place].Slates.Members; row++)
                {
                    for (var position = 0; position < orders[place].Slates.Size && _subscriptions.PersonOf(new(ProviderId.At(place), row)) == person; position++)
                    {
                        if (orders[place].RatingAt(row, position) is not null)
                        {
                            bought.Add(orders[place].Slates[row][position]);
                        }
                    }
                }
            }

            return bought;
        }
    }
}
