using MovieChain.Audience;
using MovieChain.Catalogue;

namespace MovieChain.Market;

/// <summary>
/// What a provider's members made of their slates in one week: which films they bought, how they rated them and what they paid.
/// Immutable.
/// </summary>
public sealed class Orders
{
    private const byte Declined = byte.MaxValue;

    private readonly byte[] _outcomes;
    private readonly Money[] _spent;

    private Orders(Slates slates, byte[] outcomes, Money[] spent)
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
    /// Every member buys, in slate order, each offered film whose appeal exceeds its threshold and that it can still pay,
    /// and rates it by the appeal, capped at 16, as a fraction of 16 in hundredths (halves up).
    /// </summary>
    public static Orders Place(FilmCatalogue catalogue, Population population, Slates slates, Workers workers)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(population);
        ArgumentNullException.ThrowIfNull(slates);
        var outcomes = new byte[slates.Members * slates.Size];
        var spent = new Money[slates.Members];
        workers.ForRanges(slates.Members, (start, end) =>
        {
            for (var member = start; member < end; member++)
            {
                spent[member] = Choose(catalogue, population, member, slates[member], outcomes.AsSpan(member * slates.Size, slates.Size));
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

    /// <summary>How many films each member bought.</summary>
    public int[] CountPurchases()
    {
        var purchases = new int[Slates.Members];
        for (var member = 0; member < purchases.Length; member++)
        {
            purchases[member] = Slates.Size - Outcomes(member).Count(Declined);
        }

        return purchases;
    }

    private static Money Choose(
        FilmCatalogue catalogue, Population population, int member, ReadOnlySpan<FilmId> slate, Span<byte> outcomes)
    {
        var tastes = population.Tastes(member);
        var balance = population.Balance(member);
        var spent = Money.Zero;
        for (var position = 0; position < slate.Length; position++)
        {
            var film = slate[position];
            var price = catalogue.Price(film);
            var appeal = Appeal.Of(catalogue, tastes, film);
            var buys = appeal > population.Threshold(member) && spent + price <= balance;
            outcomes[position] = buys ? Rate(appeal) : Declined;
            spent += buys ? price : Money.Zero;
        }

        return spent;
    }

    private static byte Rate(int appeal)
    {
        const long Cap = 16L * Population.AppealScale;
        return (byte)(((Math.Min(appeal, Cap) * Rating.MaxHundredths) + (Cap / 2)) / Cap);
    }

    private ReadOnlySpan<byte> Outcomes(int member) => _outcomes.AsSpan(member * Slates.Size, Slates.Size);
}
