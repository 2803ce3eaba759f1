using System.Collections.Immutable;
using MovieChain.Audience;
using MovieChain.Catalogue;

namespace MovieChain.Market;

/// <summary>
/// The slates that earn the most, made by looking at the members' tastes: for each member the dearest films that it would buy,
/// ties by film number, or what uses its balance best where that does not reach. No policy can earn more from the same members
/// in the same week.
/// </summary>
public sealed class Oracle
{
    private const int MaxStackFilms = 1024;
    private const int OnSlate = int.MinValue;

    private readonly FilmCatalogue _catalogue;
    private readonly ImmutableArray<FilmId> _dearestFirst;

    /// <summary>An oracle for a catalogue.</summary>
    public Oracle(FilmCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        _catalogue = catalogue;
        _dearestFirst = [.. Enumerable.Range(0, catalogue.Count).Select(FilmId.At).OrderByDescending(catalogue.Price).ThenBy(film => film)];
    }

    /// <summary>Fills a member's slate with the best films for the provider. Where the member would buy fewer than the slate
    /// holds, films that it does not buy make up the number.</summary>
    /// <param name="population">The members as they are when the slate is offered.</param>
    /// <param name="member">The member's number.</param>
    /// <param name="slate">The slate to fill; no longer than the catalogue.</param>
    public void FillSlate(Population population, int member, Span<FilmId> slate)
    {
        ArgumentNullException.ThrowIfNull(population);
        var appeals = _catalogue.Count <= MaxStackFilms ? stackalloc int[_catalogue.Count] : new int[_catalogue.Count];
        Appeal.OfAll(_catalogue, population.Tastes(member), appeals);

        var threshold = population.Threshold(member);
        var total = Money.Zero;
        var filled = 0;
        foreach (var film in _dearestFirst)
        {
            if (filled < slate.Length && appeals[film.Index] > threshold)
            {
                slate[filled++] = film;
                total += _catalogue.Price(film);
            }
        }

        if (total > population.Balance(member))
        {
            var liked = new List<FilmId>();
            foreach (var film in _dearestFirst)
            {
                if (appeals[film.Index] > threshold)
                {
                    liked.Add(film);
                }
            }

            var best = BudgetedSlate.Choose(_catalogue, liked, slate.Length, population.Balance(member));
            best.CopyTo(slate);
            filled = best.Count;
        }

        // What would not be bought makes up the number. After a budgeted choice a liked film may have to serve as well:
        // the balance has nothing left for it.
        foreach (var film in slate[..filled])
        {
            appeals[film.Index] = OnSlate;
        }

        for (var i = 0; filled < slate.Length; i++)
        {
            if (appeals[_dearestFirst[i].Index] != OnSlate)
            {
                slate[filled++] = _dearestFirst[i];
            }
        }
    }
}
