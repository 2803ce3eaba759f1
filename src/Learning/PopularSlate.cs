using MovieChain.Catalogue;

namespace MovieChain.Learning;

/// <summary>
/// Ranks films by past takings per offer, the same for everybody; films sold to a member for good come last. Takings per offer come from
/// members with records by name. A film that was never offered counts with the mean purchase rate of all films. Ties go by the takings
/// from anonymous purchases, then by film number.
/// </summary>
internal sealed class PopularSlate : ISlatePolicy
{
    private readonly Interactions _interactions;
    private readonly FilmId[] _ranking;

    private PopularSlate(Interactions interactions, FilmId[] ranking)
    {
        _interactions = interactions;
        _ranking = ranking;
    }

    public static PopularSlate From(Interactions interactions, FilmCatalogue catalogue) => new(interactions, Rank(interactions, catalogue));

    /// <summary>All films, the most popular first.</summary>
    public static FilmId[] Rank(Interactions interactions, FilmCatalogue catalogue)
    {
        var films = Enumerable.Range(0, interactions.FilmCount).Select(FilmId.At).ToList();
        var averageRate = interactions.Lines == 0 ? 0 : films.Sum(interactions.Purchases) / (double)interactions.Lines;
        return [.. films.OrderByDescending(TakingsPerOffer).ThenByDescending(AnonymousTakings).ThenBy(film => film)];

        double TakingsPerOffer(FilmId film)
        {
            var offers = interactions.Offers(film);
            var rate = offers == 0 ? averageRate : interactions.Purchases(film) / (double)offers;
            return rate * catalogue.Price(film).Units;
        }

        long AnonymousTakings(FilmId film) => interactions.AnonymousPurchases(film) * catalogue.Price(film).Units;
    }

    public void FillSlate(MemberId member, Week week, Span<FilmId> slate)
    {
        var pairs = _interactions.TryGetRow(member, out var row) ? _interactions.Row(row) : [];
        if (pairs.IsEmpty || _interactions.Repeat == Repeat.Rent)
        {
            ColdStart.FillSlate(_ranking, _interactions.Repeat, week, slate);
            return;
        }

        var sold = new HashSet<FilmId>();
        foreach (var pair in pairs)
        {
            if (_interactions.IsSold(pair))
            {
                sold.Add(pair.Film);
            }
        }

        var filled = 0;
        foreach (var isSold in (ReadOnlySpan<bool>)[false, true])
        {
            foreach (var film in _ranking)
            {
                if (filled < slate.Length && sold.Contains(film) == isSold)
                {
                    slate[filled++] = film;
                }
            }
        }
    }
}
