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

    /// <summary>Puts what the member has bought for good behind all other films: it would not buy it again.</summary>
    /// <param name="values">A value of at least 0 for every film.</param>
    /// <param name="pairs">What is on record of the member.</param>
    /// <param name="repeat">How often a film can be bought.</param>
    public static void PutLastWhatIsSold(Span<float> values, ReadOnlySpan<Interaction> pairs, Repeat repeat)
    {
        if (repeat == Repeat.Rent)
        {
            return;
        }

        foreach (var pair in pairs)
        {
            values[pair.Film.Index] = pair.Purchases > 0 ? -1 : values[pair.Film.Index];
        }
    }

    /// <summary>The place behind all films whose value is at least the one given.</summary>
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
