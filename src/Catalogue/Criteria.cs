namespace MovieChain.Catalogue;

/// <summary>
/// The seventeen criteria of traits and tastes: twelve genres (Action, Adventure, Comedy, Crime, Drama, Fantasy,
/// Historical, Horror, Political, Romance, Sci-Fi, Thriller), then five selection criteria (reviews, popularity, box office, recency,
/// pricing).
/// </summary>
internal static class Criteria
{
    public const int Genres = 12;
    public const int Selections = 5;
    public const int Count = Genres + Selections;
    public const int Reviews = Genres;
    public const int Pricing = Count - 1;

    /// <summary>Moves a genre value one unit away from zero; 0 counts as positive.</summary>
    public static int GenreAwayFromZero(int value, int unit) => value >= 0 ? value + unit : value - unit;

    /// <summary>Moves a selection value one unit away from zero; 0 counts as negative.</summary>
    public static int SelectionAwayFromZero(int value, int unit) => value > 0 ? value + unit : value - unit;
}
