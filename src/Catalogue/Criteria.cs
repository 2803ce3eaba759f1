namespace MovieChain.Catalogue;

/// <summary>
/// The seventeen criteria that films and members are described by: twelve genres (Action, Adventure, Comedy, Crime, Drama, Fantasy,
/// Historical, Horror, Political, Romance, Sci-Fi, Thriller), then five selection criteria (reviews, popularity, box office, recency,
/// pricing).
/// </summary>
internal static class Criteria
{
    /// <summary>How many genres there are; they come first.</summary>
    public const int Genres = 12;

    /// <summary>How many selection criteria there are; they follow the genres.</summary>
    public const int Selections = 5;

    /// <summary>How many criteria there are in all.</summary>
    public const int Count = Genres + Selections;

    /// <summary>The place of the reviews.</summary>
    public const int Reviews = Genres;

    /// <summary>The place of the pricing, the last criterion.</summary>
    public const int Pricing = Count - 1;

    /// <summary>Moves a genre value one unit away from zero; 0 counts as positive.</summary>
    public static int GenreAwayFromZero(int value, int unit) => value >= 0 ? value + unit : value - unit;

    /// <summary>Moves a selection value one unit away from zero; 0 counts as negative.</summary>
    public static int SelectionAwayFromZero(int value, int unit) => value > 0 ? value + unit : value - unit;
}
