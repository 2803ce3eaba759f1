using System.Collections.Immutable;
using MovieChain.Audience;
using MovieChain.Catalogue;

namespace MovieChain.Market;

/// <summary>
/// Slates with the highest possible takings, computed from the true tastes: for each member the most expensive films that it would buy,
/// ties by film number; or a <see cref="BudgetedSlate"/> when the balance does not pay for them. No policy can earn more from the same members
/// in the same week.
/// </summary>
internal sealed class Oracle
{
    private const int MaxStackFilms = 1024;
    private const int MaxStackWords = MaxStackFilms / 64;
    private const int OnSlate = int.MinValue;
    private const int Unwanted = OnSlate + 1;

    private readonly FilmCatalogue _catalogue;
    private readonly ImmutableArray<FilmId> _dearestFirst;

    public Oracle(FilmCatalogue catalogue)
    {
        _catalogue = catalogue;
        _dearestFirst = [.. Enumerable.Range(0, catalogue.Count).Select(FilmId.At).OrderByDescending(catalogue.Price).ThenBy(film => film)];
    }

    /// <summary>Fills the slate of a member with the best films for the provider. If the member would buy fewer films than the slate
    /// holds, other films fill it up.</summary>
    /// <param name="members">Members at the start of the week.</param>
    /// <param name="member">Row of the member.</param>
    /// <param name="slate">The slate to fill; no longer than the number of released films.</param>
    /// <param name="weeklyBudget">Limit on the weekly spending of a member; null for the balance alone.</param>
    /// <param name="films">Number of released films; null for all.</param>
    public void FillSlate(IMembers members, int member, Span<FilmId> slate, Money? weeklyBudget = null, int? films = null)
    {
        var words = FilmBits.Words(_catalogue.Count);
        var shopper = new Shopper(members, member, weeklyBudget, words <= MaxStackWords ? stackalloc ulong[words] : new ulong[words]);
        FillSlate(in shopper, films ?? _catalogue.Count, slate);
    }

    /// <summary>Fills the slate of a member who may have bought from other providers this week.</summary>
    internal void FillSlate(scoped ref readonly Shopper shopper, int films, Span<FilmId> slate)
    {
        var appeals = _catalogue.Count <= MaxStackFilms ? stackalloc int[_catalogue.Count] : new int[_catalogue.Count];
        Appeal.OfAll(_catalogue, shopper.Tastes, appeals);

        // Unreleased films must not be on the slate; films that the member has would not be bought.
        appeals[films..].Fill(OnSlate);
        for (var film = 0; film < films; film++)
        {
            appeals[film] = shopper.Has(FilmId.At(film)) ? Unwanted : appeals[film];
        }

        var threshold = shopper.Threshold;
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

        if (total > shopper.Left)
        {
            var liked = new List<FilmId>();
            foreach (var film in _dearestFirst)
            {
                if (appeals[film.Index] > threshold)
                {
                    liked.Add(film);
                }
            }

            var best = BudgetedSlate.Choose(_catalogue, liked, slate.Length, shopper.Left);
            best.CopyTo(slate);
            filled = best.Count;
        }

        // Fill up with films that are not bought. After a budgeted choice these may include liked films, which the rest of
        // the balance cannot pay for.
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
