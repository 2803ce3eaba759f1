using MovieChain.Audience;
using MovieChain.Catalogue;

namespace MovieChain.Market;

/// <summary>State of a member while it visits its providers in a week: tastes, money left, and films bought already.</summary>
internal ref struct Shopper
{
    private readonly Span<ulong> _bought;

    /// <param name="members">Members at the start of the week.</param>
    /// <param name="member">Row of the member.</param>
    /// <param name="weeklyBudget">Limit on the weekly spending; null for the balance alone.</param>
    /// <param name="bought">Memory for a <see cref="FilmBits"/> set of all films.</param>
    public Shopper(IMembers members, int member, Money? weeklyBudget, Span<ulong> bought)
    {
        Tastes = members.Tastes(member);
        Threshold = members.Threshold(member);
        var balance = members.Balance(member);
        Left = weeklyBudget is { } budget && budget < balance ? budget : balance;
        _bought = bought;
        _bought.Clear();
        members.Owned(member).CopyTo(_bought);
    }

    public ReadOnlySpan<int> Tastes { get; }

    public int Threshold { get; }

    /// <summary>Money that the member can still spend this week.</summary>
    public Money Left { get; private set; }

    /// <summary>Whether the member has bought the film this week or for good.</summary>
    public readonly bool Has(FilmId film) => FilmBits.Contains(_bought, film);

    public void Buy(FilmId film, Money price)
    {
        FilmBits.Add(_bought, film);
        Left -= price;
    }

    /// <summary>Visits a slate: buys, in slate order, each film whose appeal exceeds the threshold, that the member does not have and can pay.
    /// The rating is the appeal, capped at 16, as a fraction of 16 in hundredths (halves up).</summary>
    /// <param name="catalogue">The films.</param>
    /// <param name="slate">Films offered.</param>
    /// <param name="outcomes">Receives the rating at each position, or <see cref="Orders.Declined"/>.</param>
    /// <returns>The payment of the member.</returns>
    public Money Visit(FilmCatalogue catalogue, ReadOnlySpan<FilmId> slate, Span<byte> outcomes)
    {
        var before = Left;
        for (var position = 0; position < slate.Length; position++)
        {
            var film = slate[position];
            var price = catalogue.Price(film);
            var appeal = Appeal.Of(catalogue, Tastes, film);
            var buys = appeal > Threshold && price <= Left && !Has(film);
            outcomes[position] = buys ? Rate(appeal) : Orders.Declined;
            if (buys)
            {
                Buy(film, price);
            }
        }

        return before - Left;
    }

    private static byte Rate(int appeal)
    {
        const long Cap = 16L * Population.AppealScale;
        return (byte)(((Math.Min(appeal, Cap) * Rating.MaxHundredths) + (Cap / 2)) / Cap);
    }
}
