using System.Collections.Immutable;
using MovieChain.Audience;
using MovieChain.Catalogue;

namespace MovieChain.Market;

/// <summary>
/// Purchases of all members in one week. A member visits its providers one after the other; films bought and money spent at earlier
/// providers are no longer available at later ones.
/// </summary>
/// <param name="catalogue">The films.</param>
/// <param name="homes">Populations of all providers at the start of the week.</param>
/// <param name="subscriptions">Subscriptions of members to providers.</param>
/// <param name="visits">Order of the visits of each member.</param>
/// <param name="weeklyBudget">Limit on the weekly spending of a member over all providers; null for the balance alone.</param>
/// <param name="workers">Thread budget; never affects results.</param>
internal sealed class ShoppingWeek(
    FilmCatalogue catalogue, ImmutableArray<Population> homes, Subscriptions subscriptions, Visits visits, Money? weeklyBudget, Workers workers)
{
    private readonly int _words = FilmBits.Words(catalogue.Count);

    private delegate void SlateMaker(int row, ref readonly Shopper shopper, Span<FilmId> slate);

    /// <summary>Orders of the subscribers of each provider, given the slates of each provider.</summary>
    public ImmutableArray<Orders> Place(ImmutableArray<Slates> slates)
    {
        var outcomes = slates.Select(offered => new byte[offered.Members * offered.Size]).ToArray();
        var spent = slates.Select(offered => new Money[offered.Members]).ToArray();
        foreach (var home in homes)
        {
            workers.ForRanges(home.Count, (start, end) =>
            {
                Span<ulong> bought = new ulong[_words];
                for (var number = start; number < end; number++)
                {
                    var person = home.Id(number);
                    var shopper = new Shopper(home, number, weeklyBudget, bought);
                    foreach (var provider in visits.Of(person))
                    {
                        var row = subscriptions.NumberOf(person, ProviderId.At(provider));
                        var offered = slates[provider];
                        spent[provider][row] = shopper.Visit(catalogue, offered[row], outcomes[provider].AsSpan(row * offered.Size, offered.Size));
                    }
                }
            });
        }

        return [.. slates.Select((offered, provider) => new Orders(offered, outcomes[provider], spent[provider]))];
    }

    /// <summary>Takings of a provider with other slates, while the slates of all other providers stay the same.</summary>
    /// <param name="orders">Orders of the week.</param>
    /// <param name="provider">The provider.</param>
    /// <param name="fill">Fills the other slate of a subscriber, by subscriber number.</param>
    public Money TakingsOf(ImmutableArray<Orders> orders, ProviderId provider, Slates.SlateFiller fill) =>
        TakingsOf(orders, provider, (int row, ref readonly Shopper _, Span<FilmId> slate) => fill(row, slate));

    /// <summary>Highest possible takings of a provider, while the slates of all other providers stay the same. <paramref name="films"/> are released.</summary>
    public Money MostOf(ImmutableArray<Orders> orders, ProviderId provider, Oracle oracle, int films) =>
        TakingsOf(orders, provider, (int _, ref readonly Shopper shopper, Span<FilmId> slate) => oracle.FillSlate(in shopper, films, slate));

    /// <summary>Spending of each home member of a provider, over all providers.</summary>
    public Money[] SpentBy(ImmutableArray<Orders> orders, ProviderId home)
    {
        var spent = new Money[homes[home.Index].Count];
        ForEachVisit(home, (number, provider, row) => spent[number] += orders[provider].Spent[row]);
        return spent;
    }

    /// <summary>Number of films that each home member of a provider bought, over all providers.</summary>
    public int[] PurchasesBy(ImmutableArray<Orders> orders, ProviderId home)
    {
        var purchases = new int[homes[home.Index].Count];
        ForEachVisit(home, (number, provider, row) => purchases[number] += orders[provider].CountPurchases(row));
        return purchases;
    }

    /// <summary>The population after adding the purchases of the week to the films bought for good.</summary>
    public Population Keep(Population members, ImmutableArray<Orders> orders)
    {
        var owned = new ulong[members.Count * _words];
        ForEachVisit(members.Provider, (number, provider, row) => orders[provider].AddPurchases(row, owned.AsSpan(number * _words, _words)));
        return members.WithMoreOwned(owned);
    }

    private Money TakingsOf(ImmutableArray<Orders> orders, ProviderId provider, SlateMaker make)
    {
        var slates = orders[provider.Index].Slates;
        var audience = subscriptions.Gather(homes, provider);
        var spent = new Money[slates.Members];
        workers.ForRanges(slates.Members, (start, end) =>
        {
            Span<ulong> bought = new ulong[_words];
            Span<FilmId> slate = new FilmId[slates.Size];
            Span<byte> outcomes = new byte[slates.Size];
            for (var row = start; row < end; row++)
            {
                var person = audience.Id(row);
                var shopper = new Shopper(audience, row, weeklyBudget, bought);
                foreach (var earlier in visits.Of(person))
                {
                    if (earlier == provider.Index)
                    {
                        break;
                    }

                    orders[earlier].Replay(subscriptions.NumberOf(person, ProviderId.At(earlier)), catalogue, ref shopper);
                }

                make(row, in shopper, slate);
                spent[row] = shopper.Visit(catalogue, slate, outcomes);
            }
        });

        return Money.Sum(spent);
    }

    private void ForEachVisit(ProviderId home, Action<int, byte, int> act) => workers.ForRanges(homes[home.Index].Count, (start, end) =>
    {
        for (var number = start; number < end; number++)
        {
            var person = new MemberId(home, number);
            foreach (var provider in visits.Of(person))
            {
                act(number, provider, subscriptions.NumberOf(person, ProviderId.At(provider)));
            }
        }
    });
}
