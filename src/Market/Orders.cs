using MovieChain.Audience;
using MovieChain.Catalogue;

namespace MovieChain.Market;

/// <summary>
/// What a provider's members made of their slates in one week: which films they bought, how they rated them and what they paid.
/// Immutable.
/// </summary>
internal sealed class Orders
{
    /// <summary>The outcome of an offer that was declined; others are ratings in hundredths.</summary>
    internal const byte Declined = byte.MaxValue;

    private readonly byte[] _outcomes;
    private readonly Money[] _spent;

    /// <param name="slates">What was offered.</param>
    /// <param name="outcomes">An outcome for each film offered, by member and position.</param>
    /// <param name="spent">What each member paid.</param>
    internal Orders(Slates slates, byte[] outcomes, Money[] spent)
    {
        Slates = slates;
        _outcomes = outcomes;
        _spent = spent;
        foreach (var paid in spent)
        {
            Takings += paid;
        }

        Offered = outcomes.Length;
        Bought = outcomes.Length - outcomes.AsSpan().Count(Declined);
    }

    /// <summary>What was offered.</summary>
    public Slates Slates { get; }

    /// <summary>How many films were offered to all members together.</summary>
    public long Offered { get; }

    /// <summary>How many films all members together bought.</summary>
    public long Bought { get; }

    /// <summary>What all members together paid.</summary>
    public Money Takings { get; }

    /// <summary>What each member paid.</summary>
    public ReadOnlySpan<Money> Spent => _spent;

    /// <summary>
    /// Every member buys, in slate order, each offered film whose appeal exceeds its threshold, that it has not bought for good and that it
    /// can still pay, and rates it by the appeal, capped at 16, as a fraction of 16 in hundredths (halves up). This is a week in which
    /// nobody looks at the slates of several providers.
    /// </summary>
    public static Orders Place(FilmCatalogue catalogue, IMembers members, Slates slates, Workers workers)
    {
        var outcomes = new byte[slates.Members * slates.Size];
        var spent = new Money[slates.Members];
        workers.ForRanges(slates.Members, (start, end) =>
        {
            Span<ulong> taken = new ulong[FilmBits.Words(catalogue.Count)];
            for (var member = start; member < end; member++)
            {
                var shopper = new Shopper(members, member, weeklyBudget: null, taken);
                spent[member] = shopper.Visit(catalogue, slates[member], outcomes.AsSpan(member * slates.Size, slates.Size));
            }
        });

        return new Orders(slates, outcomes, spent);
    }

    /// <summary>A member's rating of the film at a position of its slate; null where it declined.</summary>
    public Rating? RatingAt(int member, int position)
    {
        var outcome = Outcomes(member)[position];
        return outcome == Declined ? null : new Rating(outcome);
    }

    /// <summary>How many films a member bought.</summary>
    public int CountPurchases(int member) => Slates.Size - Outcomes(member).Count(Declined);

    /// <summary>Adds what a member bought to a set of films.</summary>
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

    /// <summary>Lets a member who is just beginning its week buy what it bought.</summary>
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
