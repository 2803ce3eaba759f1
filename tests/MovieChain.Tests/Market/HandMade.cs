using MovieChain.Audience;
using MovieChain.Catalogue;
using MovieChain.Market;

namespace MovieChain.Tests.Market;

/// <summary>
/// Small markets made by hand. Members have one smallest unit of taste for the first genre and none for the rest, so that a film
/// appeals to all of them by exactly its first trait.
/// </summary>
internal static class HandMade
{
    /// <summary>The appeal 1.00.</summary>
    public const int One = Population.AppealScale;

    public static FilmCatalogue Catalogue(params (int Price, int Appeal)[] films)
    {
        var traits = new int[films.Length * Criteria.Count];
        for (var film = 0; film < films.Length; film++)
        {
            traits[film * Criteria.Count] = films[film].Appeal;
        }

        return new FilmCatalogue([.. films.Select(film => film.Price)], traits);
    }

    public static Population Audience(params (int Threshold, int Balance)[] members)
    {
        var tastes = new int[members.Length * Criteria.Count];
        for (var member = 0; member < members.Length; member++)
        {
            tastes[member * Criteria.Count] = 1;
        }

        return new Population(
            ProviderId.At(0),
            tastes,
            [.. members.Select(member => new Population.Traits(member.Threshold, Consents: true, Privacy: 0))],
            [.. members.Select(member => new Money(member.Balance))]);
    }

    /// <summary>The same members with these balances.</summary>
    public static Population WithBalances(this Population population, Func<int, int> balance) =>
        population.WithBalances([.. Enumerable.Range(0, population.Count).Select(member => new Money(balance(member)))]);

    /// <summary>The same members with another provider.</summary>
    public static Population At(this Population members, ProviderId provider) => new(
        provider,
        [.. Enumerable.Range(0, members.Count).SelectMany(member => members.Tastes(member).ToArray())],
        [.. Enumerable.Range(0, members.Count).Select(member => new Population.Traits(members.Threshold(member), Consents: true, Privacy: 0))],
        [.. Enumerable.Range(0, members.Count).Select(members.Balance)]);

    public static Slates Slates(params int[][] films) => new(
        films.Length,
        films[0].Length,
        (member, slate) =>
        {
            for (var position = 0; position < slate.Length; position++)
            {
                slate[position] = FilmId.At(films[member][position]);
            }
        },
        new Workers(1));

    /// <summary>Orders of members who each visit one provider only.</summary>
    public static Orders Place(FilmCatalogue catalogue, IMembers members, Slates slates, Workers workers)
    {
        var outcomes = new byte[slates.Members * slates.Size];
        var spent = new Money[slates.Members];
        workers.ForRanges(slates.Members, (start, end) =>
        {
            Span<ulong> bought = new ulong[FilmBits.Words(catalogue.Count)];
            for (var member = start; member < end; member++)
            {
                var shopper = new Shopper(members, member, weeklyBudget: null, bought);
                spent[member] = shopper.Visit(catalogue, slates[member], outcomes.AsSpan(member * slates.Size, slates.Size));
            }
        });

        return new Orders(slates, outcomes, spent);
    }

    /// <summary>What one member makes of one slate: the rating at each position in hundredths, null for declined.</summary>
    public static int?[] Ratings(this Orders orders, int member) =>
        [.. Enumerable.Range(0, orders.Slates.Size).Select(position => (int?)orders.RatingAt(member, position)?.Hundredths)];
}
