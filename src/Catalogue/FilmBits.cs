namespace MovieChain.Catalogue;

/// <summary>A set of films with one bit per film, in 64-bit words. An empty span is the empty set.</summary>
internal static class FilmBits
{
    private const int WordBits = 64;

    /// <summary>Number of words for a catalogue of this size.</summary>
    public static int Words(int films) => (films + WordBits - 1) / WordBits;

    public static bool Contains(ReadOnlySpan<ulong> set, FilmId film) =>
        film.Index / WordBits < set.Length && (set[film.Index / WordBits] >> (film.Index % WordBits) & 1) != 0;

    public static void Add(Span<ulong> set, FilmId film) => set[film.Index / WordBits] |= 1UL << (film.Index % WordBits);
}
