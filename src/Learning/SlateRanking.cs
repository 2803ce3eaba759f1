using MovieChain.Catalogue;

namespace MovieChain.Learning;

/// <summary>Picks the films with the highest values.</summary>
internal static class SlateRanking
{
    /// <summary>Fills a slate with the films of the highest values, highest first, ties by film number.</summary>
    /// <param name="values">A value for every film; none is NaN.</param>
    /// <param name="slate">The slate, no longer than the values.</param>
    public static void Best(ReadOnlySpan<float> values, Span<FilmId> slate)
    {
        var length = 0;
        for (var film = 0; film < values.Length; film++)
        {
            if (length == slate.Length && values[film] <= values[slate[^1].Index])
            {
                continue;
            }

            var place = FindPlace(values, slate[..length], values[film]);
            length = Math.Min(length + 1, slate.Length);
            slate[place..(length - 1)].CopyTo(slate[(place + 1)..]);
            slate[place] = FilmId.At(film);
        }
    }

    /// <summary>All films by price × probability, highest first, ties by film number.</summary>
    public static FilmId[] ByTakings(ReadOnlySpan<float> probabilities, FilmCatalogue catalogue)
    {
        var takings = new float[probabilities.Length];
        for (var film = 0; film < takings.Length; film++)
        {
            takings[film] = probabilities[film] * catalogue.Price(FilmId.At(film)).Units;
        }

        var ranking = new FilmId[takings.Length];
        Best(takings, ranking);
        return ranking;
    }

    /// <summary>The place after all films with at least this value.</summary>
    private static int FindPlace(ReadOnlySpan<float> values, ReadOnlySpan<FilmId> ranked, float value)
    {
        var (low, high) = (0, ranked.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = values[ranked[middle].Index] >= value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
