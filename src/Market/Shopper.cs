using MovieChain.Audience;
using MovieChain.Catalogue;

namespace MovieChain.Market;

/// <summary>A member on its way through the slates of a week: what it likes, what money it has left, and which films it has no use for any
/// more.</summary>
internal ref struct Shopper
{
    private readonly Span<ulong> _taken;

    /// <param name="members">The members, as they are when the week begins.</param>
    /// <param name="member">The member's row.</param>
    /// <param name="weeklyBudget">The most that it spends in a week; null where only its balance binds it.</param>
    /// <param name="taken">Room for a bit a film.</param>
    public Shopper(IMembers members, int member, Money? weeklyBudget, Span<ulong> taken)
    {
        Tastes = members.Tastes(member);
        Threshold = members.Threshold(member);
        var balance = members.Balance(member);
        Left = weeklyBudget is { } budget && budget < balance ? budget : balance;
        _taken = taken;
        _taken.Clear();
        members.Owned(member).CopyTo(_taken);
    }

    public ReadOnlySpan<int> Tastes { get; }

    public int Threshold { get; }

    /// <summary>What it can still spend this week.</summary>
    public Money Left { get; private set; }

    /// <summary>Whether it has bought a film this week, or for good.</summary>
    public readonly bool Has(FilmId film) => FilmBits.Contains(_taken, film);

    /// <summary>Takes a film and pays for it.</summary>
    public void Buy(FilmId film, Money price)
    {
        FilmBits.Add(_taken, film);
        Left -= price;
    }

    /// <summary>Buys, in slate order, each film whose appeal exceeds the threshold, that it does not have and can still pay; rates it by the
    /// appeal, capped at 16, as a fraction of 16 in hundredths (halves up).</summary>
    /// <param name="catalogue">The films.</param>
    /// <param name="slate">What is offered.</param>
    /// <param name="outcomes">Receives the rating at each position, or <see cref="Orders.Declined"/>.</param>
    /// <returns>What the member pays.</returns>
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
