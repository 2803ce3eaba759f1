namespace MovieChain;

/// <summary>Index of a film in the catalogue, from 0.</summary>
internal readonly record struct FilmId(ushort Index) : IComparable<FilmId>
{
    public const int MaxCount = 10_000;

    /// <summary>The film with index 0 to 9,999.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside that range.</exception>
    public static FilmId At(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, MaxCount);
        return new FilmId((ushort)index);
    }

    public int CompareTo(FilmId other) => Index.CompareTo(other.Index);

    public static bool operator <(FilmId left, FilmId right) => left.Index < right.Index;

    public static bool operator >(FilmId left, FilmId right) => left.Index > right.Index;

    public static bool operator <=(FilmId left, FilmId right) => left.Index <= right.Index;

    public static bool operator >=(FilmId left, FilmId right) => left.Index >= right.Index;
}
