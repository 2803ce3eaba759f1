using System.Collections.Immutable;
using MovieChain.Catalogue;

namespace MovieChain.Learning;

/// <summary>
/// Offers everybody the same films, but for those that a member is known to have bought for good: those with the highest past takings per offer, ties by film number. Takings per offer come
/// from the members known by name, whose declined offers are on record too. A film that was never offered counts
/// as if bought as often as films are on average. Where nobody is known by name, the films that the others spent the
/// most on come first.
/// </summary>
internal sealed class PopularSlate : ISlatePolicy
{
    private readonly Interactions _interactions;
    private readonly ImmutableArray<FilmId> _ranking;

    private PopularSlate(Interactions interactions, ImmutableArray<FilmId> ranking)
    {
        _interactions = interactions;
        _ranking = ranking;
    }

    /// <summary>The films by popularity among all that has been imported.</summary>
    public static PopularSlate From(Interactions interactions, FilmCatalogue catalogue)
    {
        var films = Enumerable.Range(0, interactions.FilmCount).Select(FilmId.At).ToList();
        var averageRate = interactions.Lines == 0 ? 0 : films.Sum(interactions.Purchases) / (double)interactions.Lines;
        return new PopularSlate(interactions, [.. films.OrderByDescending(TakingsPerOffer).ThenByDescending(AnonymousTakings).ThenBy(film => film)]);

        double TakingsPerOffer(FilmId film)
        {
            var offers = interactions.Offers(film);
            var rate = offers == 0 ? averageRate : interactions.Purchases(film) / (double)offers;
            return rate * catalogue.Price(film).Units;
        }

        long AnonymousTakings(FilmId film) => interactions.AnonymousPurchases(film) * catalogue.Price(film).Units;
    }

    /// <inheritdoc/>
    public void FillSlate(MemberId member, Week week, Span<FilmId> slate)
    {
        if (_interactions.Repeat == Repeat.Rent || !_interactions.TryGetRow(member, out var row) || _interactions.Row(row).IsEmpty)
        {
            Strangers.FillSlate(_ranking.AsSpan(), _interactions.Repeat, week, slate);
            return;
        }

        var filled = 0;
        var bought = _interactions.BoughtBy(row);
        foreach (var film in _ranking)
        {
            if (filled < slate.Length && !bought.Contains(film))
            {
                slate[filled++] = film;
            }
        }

        // Nothing else is left: what the member has already makes up the number.
        for (var i = 0; filled < slate.Length; i++)
        {
            if (bought.Contains(_ranking[i]))
            {
                slate[filled++] = _ranking[i];
            }
        }
    }
}
