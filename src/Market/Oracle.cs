using System.Collections.Immutable;
using MovieChain.Audience;
using MovieChain.Catalogue;

namespace MovieChain.Market;

/// <summary>
/// The slates that earn the most, made by looking at the members' tastes: for each member the dearest films that it would buy,
/// ties by film number, or what uses its money best where that does not reach. No policy can earn more from the same members
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

    /// <summary>An oracle for a catalogue.</summary>
    public Oracle(FilmCatalogue catalogue)
    {
        _catalogue = catalogue;
        _dearestFirst = [.. Enumerable.Range(0, catalogue.Count).Select(FilmId.At).OrderByDescending(catalogue.Price).ThenBy(film => film)];
    }

    /// <summary>Fills a member's slate with the best films for the provider. Where the member would buy fewer than the slate
    /// holds, films that it does not buy make up the number.</summary>
    /// <param name="members">The members as they are when the slate is offered.</param>
    /// <param name="member">The member's row.</param>
    /// <param name="slate">The slate to fill; no longer than the films given.</param>
    /// <param name="weeklyBudget">The most that a member spends in a week; null where only its balance binds it.</param>
    /// <param name="films">How many films have come out; null where all have.</param>
    public void FillSlate(IMembers members, int member, Span<FilmId> slate, Money? weeklyBudget = null, int? films = null)
    {
        var words = FilmBits.Words(_catalogue.Count);
        var shopper = new Shopper(members, member, weeklyBudget, words <= MaxStackWords ? stackalloc ulong[words] : new ulong[words]);
        FillSlate(in shopper, films ?? _catalogue.Count, slate);
    }

    /// <summary>Fills the slate of a member that may have bought from others already this week.</summary>
    internal void FillSlate(scoped ref readonly Shopper shopper, int films, Span<FilmId> slate)
    {
        var appeals = _catalogue.Count <= MaxStackFilms ? stackalloc int[_catalogue.Count] : new int[_catalogue.Count];
        Appeal.OfAll(_catalogue, shopper.Tastes, appeals);

        // What has not come out yet cannot stand on the slate at all; what the member has, it would not buy.
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
