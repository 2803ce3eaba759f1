namespace MovieChain;

/// <summary>A film's place in the catalogue, counted from 0. The default is the first film.</summary>
internal readonly record struct FilmId(ushort Index) : IComparable<FilmId>
{
    /// <summary>The most films that a catalogue may hold.</summary>
    public const int MaxCount = 10_000;

    /// <summary>The film at a place in the catalogue, 0 to 9,999.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No catalogue has that place.</exception>
    public static FilmId At(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, MaxCount);
        return new FilmId((ushort)index);
    }

    /// <inheritdoc/>
    public int CompareTo(FilmId other) => Index.CompareTo(other.Index);

    /// <summary>Whether one film stands before another in the catalogue.</summary>
    public static bool operator <(FilmId left, FilmId right) => left.Index < right.Index;

    /// <summary>Whether one film stands behind another in the catalogue.</summary>
    public static bool operator >(FilmId left, FilmId right) => left.Index > right.Index;

    /// <summary>Whether one film is another or stands before it in the catalogue.</summary>
    public static bool operator <=(FilmId left, FilmId right) => left.Index <= right.Index;

    /// <summary>Whether one film is another or stands behind it in the catalogue.</summary>
    public static bool operator >=(FilmId left, FilmId right) => left.Index >= right.Index;
}
