namespace MovieChain.Catalogue;

/// <summary>
/// The films that all providers offer, with their public traits. Traits are whole hundredths: 137 stands for 1.37.
/// Immutable.
/// </summary>
internal sealed class FilmCatalogue
{
    /// <summary>How many units of a trait make 1.00.</summary>
    public const int TraitScale = 100;

    private readonly Releases _releases;
    private readonly int[] _prices;
    private readonly int[] _traits;

    /// <summary>Makes a catalogue from prices and from traits, film by film and, within a film, criterion by criterion.</summary>
    /// <param name="prices">One price a film, in units of money, at least 1.</param>
    /// <param name="traits">Seventeen traits a film, in hundredths.</param>
    /// <param name="releases">When the films come out; null where they are all there from the first week on.</param>
    /// <exception cref="ArgumentException">The lengths do not fit each other, or a price is below 1.</exception>
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

    /// <summary>How many films there are, those that are yet to come out among them.</summary>
    public int Count => _prices.Length;

    /// <summary>How many films have come out when a week begins: those with the lowest numbers. Nobody can offer another, or know of it.</summary>
    public int Released(Week week) => Math.Min(Count, _releases.By(week));

    /// <summary>What a film costs.</summary>
    public Money Price(FilmId film) => new(_prices[film.Index]);

    /// <summary>A film's trait by criterion (0 to 16), in hundredths.</summary>
    public int Trait(FilmId film, int criterion) => _traits[(criterion * Count) + film.Index];

    /// <summary>One criterion's trait of every film, in hundredths, by film.</summary>
    public ReadOnlySpan<int> TraitsOfAll(int criterion) => _traits.AsSpan(criterion * Count, Count);
}
