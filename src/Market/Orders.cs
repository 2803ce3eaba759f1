using MovieChain.Catalogue;

namespace MovieChain.Market;

/// <summary>Orders of the subscribers of a provider in one week: films bought, ratings and payments. Immutable.</summary>
internal sealed class Orders
{
    /// <summary>Outcome of a declined offer; all other outcomes are ratings in hundredths.</summary>
    internal const byte Declined = byte.MaxValue;

    private readonly byte[] _outcomes;
    private readonly Money[] _spent;

    /// <param name="slates">Slates offered.</param>
    /// <param name="outcomes">One outcome per film offered, by member and position.</param>
    /// <param name="spent">Payment of each member.</param>
    internal Orders(Slates slates, byte[] outcomes, Money[] spent)
    {
        Slates = slates;
        _outcomes = outcomes;
        _spent = spent;
        Takings = Money.Sum(spent);
        Offered = outcomes.Length;
        Bought = outcomes.Length - outcomes.AsSpan().Count(Declined);
    }

    public Slates Slates { get; }

    public long Offered { get; }

    public long Bought { get; }

    public Money Takings { get; }

    public ReadOnlySpan<Money> Spent => _spent;

    /// <summary>Rating of the film at a slate position; null if declined.</summary>
    public Rating? RatingAt(int member, int position)
    {
        var outcome = Outcomes(member)[position];
        return outcome == Declined ? null : new Rating(outcome);
    }

    public int CountPurchases(int member) => Slates.Size - Outcomes(member).Count(Declined);

    /// <summary>Adds the films that a member bought to <paramref name="set"/>, as <see cref="FilmBits"/>.</summary>
    internal void AddPurchases(int member, Span<ulong> set)
    {
        for (var position = 0; position < Slates.Size; position++)
        {
            if (Outcomes(member)[position] != Declined)
            {
                FilmBits.Add(set, Slates[member][position]);
            }
        }
    }

    /// <summary>Repeats the purchases of a member on <paramref name="shopper"/>.</summary>
    internal void Replay(int member, FilmCatalogue catalogue, ref Shopper shopper)
    {
        for (var position = 0; position < Slates.Size; position++)
        {
            if (Outcomes(member)[position] != Declined)
            {
                shopper.Buy(Slates[member][position], catalogue.Price(Slates[member][position]));
            }
        }
    }

    private ReadOnlySpan<byte> Outcomes(int member) => _outcomes.AsSpan(member * Slates.Size, Slates.Size);
}
