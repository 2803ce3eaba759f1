using System.Collections.Immutable;
using MovieChain.Audience;
using MovieChain.Catalogue;

namespace MovieChain.Market;

/// <summary>
/// One week of all members with all their providers. A member looks at the slates of its providers one after the other; what it has bought
/// from the first ones it does not buy from the next, and what it has spent there is gone.
/// </summary>
/// <param name="catalogue">The films.</param>
/// <param name="homes">The members of every provider, as they are when the week begins.</param>
/// <param name="subscriptions">Who subscribes to whom.</param>
/// <param name="visits">In which order members look at slates.</param>
/// <param name="weeklyBudget">The most that a member spends in a week, over all providers; null where only its balance binds it.</param>
/// <param name="workers">Who does the work.</param>
internal sealed class ShoppingWeek(
    FilmCatalogue catalogue, ImmutableArray<Population> homes, Subscriptions subscriptions, Visits visits, Money? weeklyBudget, Workers workers)
{
    private readonly int _words = FilmBits.Words(catalogue.Count);

    private delegate void SlateMaker(int row, ref readonly Shopper shopper, Span<FilmId> slate);

    /// <summary>Every member looks at the slates of all its providers and buys.</summary>
    /// <param name="slates">What each provider offers its subscribers.</param>
    /// <returns>What each provider's subscribers made of their slates.</returns>
    public ImmutableArray<Orders> Place(ImmutableArray<Slates> slates)
    {
        var outcomes = slates.Select(offered => new byte[offered.Members * offered.Size]).ToArray();
        var spent = slates.Select(offered => new Money[offered.Members]).ToArray();
        foreach (var home in homes)
        {
            workers.ForRanges(home.Count, (start, end) =>
            {
                Span<ulong> taken = new ulong[_words];
                for (var number = start; number < end; number++)
                {
                    var person = home.Id(number);
                    var shopper = new Shopper(home, number, weeklyBudget, taken);
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

    /// <summary>What other slates would have earned a provider, the slates of the others being what they were.</summary>
    /// <param name="orders">What was ordered.</param>
    /// <param name="provider">The provider.</param>
    /// <param name="fill">Fills the slate that a subscriber is to be offered instead.</param>
    public Money TakingsOf(ImmutableArray<Orders> orders, ProviderId provider, Slates.SlateFiller fill)
    {
        return TakingsOf(orders, provider, (int row, ref readonly Shopper _, Span<FilmId> slate) => fill(row, slate));
    }

    /// <summary>The most that a provider could have earned, the slates of the others being what they were.</summary>
    /// <param name="orders">What was ordered.</param>
    /// <param name="provider">The provider.</param>
    /// <param name="oracle">Knows the best slate.</param>
    /// <param name="films">How many films have come out.</param>
    public Money MostOf(ImmutableArray<Orders> orders, ProviderId provider, Oracle oracle, int films)
    {
        return TakingsOf(orders, provider, (int _, ref readonly Shopper shopper, Span<FilmId> slate) => oracle.FillSlate(in shopper, films, slate));
    }

    /// <summary>What each of a provider's own members paid, to whomever.</summary>
    public Money[] SpentBy(ImmutableArray<Orders> orders, ProviderId home)
    {
        var spent = new Money[homes[home.Index].Count];
        ForEachVisit(home, (number, provider, row) => spent[number] += orders[provider].Spent[row]);
        return spent;
    }

    /// <summary>How many films each of a provider's own members bought, from whomever.</summary>
    public int[] PurchasesBy(ImmutableArray<Orders> orders, ProviderId home)
    {
        var purchases = new int[homes[home.Index].Count];
        ForEachVisit(home, (number, provider, row) => purchases[number] += orders[provider].CountPurchases(row));
        return purchases;
    }

    /// <summary>A provider's own members, who keep what they bought this week.</summary>
    /// <param name="members">The members.</param>
    /// <param name="orders">What was ordered.</param>
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
            Span<ulong> taken = new ulong[_words];
            Span<FilmId> slate = new FilmId[slates.Size];
            Span<byte> outcomes = new byte[slates.Size];
            for (var row = start; row < end; row++)
            {
                var person = audience.Id(row);
                var shopper = new Shopper(audience, row, weeklyBudget, taken);
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

        return spent.Aggregate(Money.Zero, (sum, paid) => sum + paid);
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
