namespace MovieChain.Catalogue;

/// <summary>The films that all providers offer, with prices and public traits. Traits are integers in hundredths: 137 stands for 1.37. Immutable.</summary>
internal sealed class FilmCatalogue
{
    /// <summary>Units of a trait per 1.00.</summary>
    public const int TraitScale = 100;

    private readonly Releases _releases;
    private readonly int[] _prices;
    private readonly int[] _traits;

    /// <summary>Makes a catalogue from traits ordered by film, then by criterion.</summary>
    /// <param name="prices">One price per film, in units of money, at least 1.</param>
    /// <param name="traits">Seventeen traits per film, in hundredths.</param>
    /// <param name="releases">Release schedule; null to release all films in week 1.</param>
    /// <exception cref="ArgumentException">The lengths do not match, or a price is below 1.</exception>
    public FilmCatalogue(ReadOnlySpan<int> prices, ReadOnlySpan<int> traits, Releases? releases = null)
    {
        if (prices.IsEmpty || prices.Length > FilmId.MaxCount || traits.Length != prices.Length * Criteria.Count)
        {
            throw new ArgumentException($"{prices.Length} prices and {traits.Length} traits do not make a catalogue.");
        }

        if (prices.ContainsAnyExceptInRange(1, int.MaxValue))
        {
            throw new ArgumentException("Every film has a price of at least 1.");
        }

        _releases = releases ?? new Releases(prices.Length);
        _prices = prices.ToArray();
        _traits = new int[traits.Length];
        for (var film = 0; film < prices.Length; film++)
        {
            for (var criterion = 0; criterion < Criteria.Count; criterion++)
            {
                _traits[(criterion * prices.Length) + film] = traits[(film * Criteria.Count) + criterion];
            }
        }
    }

    /// <summary>Number of films, including those not released yet.</summary>
    public int Count => _prices.Length;

    /// <summary>Number of films released by the start of a week: those with the lowest numbers. Other films cannot be offered or known.</summary>
    public int Released(Week week) => Math.Min(Count, _releases.By(week));

    public Money Price(FilmId film) => new(_prices[film.Index]);

    /// <summary>A trait by criterion (0 to 16), in hundredths.</summary>
    public int Trait(FilmId film, int criterion) => _traits[(criterion * Count) + film.Index];

    /// <summary>The traits of all films for one criterion, in hundredths, by film.</summary>
    public ReadOnlySpan<int> TraitsOfAll(int criterion) => _traits.AsSpan(criterion * Count, Count);
}
