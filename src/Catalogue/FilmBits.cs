namespace MovieChain.Catalogue;

/// <summary>A set of films as a bit a film, in words of 64. An empty span holds none.</summary>
internal static class FilmBits
{
    private const int WordBits = 64;

    /// <summary>How many words a set of so many films takes.</summary>
    public static int Words(int films) => (films + WordBits - 1) / WordBits;

    /// <summary>Whether a set holds a film.</summary>
    public static bool Contains(ReadOnlySpan<ulong> set, FilmId film) =>
        film.Index / WordBits < set.Length && (set[film.Index / WordBits] >> (film.Index % WordBits) & 1) != 0;

    /// <summary>Adds a film to a set that has room for it.</summary>
    public static void Add(Span<ulong> set, FilmId film) => set[film.Index / WordBits] |= 1UL << (film.Index % WordBits);
}
