using MovieChain.Randomness;

namespace MovieChain.Catalogue;

/// <summary>Draws films, each from its own random stream, in hundredths.</summary>
internal static class FilmGenerator
{
    private const int Unit = FilmCatalogue.TraitScale;
    private const int MiddlePrice = 4;

    /// <summary>No film costs less.</summary>
    public const int LeastPrice = 3;

    /// <summary>No film costs more.</summary>
    public const int MostPrice = 5;

    /// <summary>Draws a catalogue of 1 to 10,000 films. A larger one begins with the films of a smaller one.</summary>
    public static FilmCatalogue Generate(RandomStreams streams, int count, Releases? releases = null)
    {
        var prices = new int[count];
        var traits = new int[count * Criteria.Count];
        for (var film = 0; film < count; film++)
        {
            var stream = streams.For(StreamPurpose.Film, film);
            var own = traits.AsSpan(film * Criteria.Count, Criteria.Count);
            prices[film] = stream.NextInt32(LeastPrice, MostPrice);
            DrawGenres(ref stream, own[..Criteria.Genres]);
            DrawSelections(ref stream, own[Criteria.Genres..], prices[film]);
        }

        return new FilmCatalogue(prices, traits, releases);
    }

    private static void DrawGenres(ref RandomStream stream, Span<int> genres)
    {
        foreach (ref var genre in genres)
        {
            var low = stream.NextInt32(-60, -16);
            var high = stream.NextInt32(5, 49);
            genre = stream.NextInt32(low, high - 1);
        }

        var emphases = stream.NextInt32(2, 4);
        for (var i = 0; i < emphases; i++)
        {
            genres[stream.NextInt32(0, Criteria.Genres - 1)] = stream.NextInt32(50, 99);
        }

        foreach (ref var genre in genres)
        {
            genre = Criteria.GenreAwayFromZero(genre, Unit);
        }
    }

    private static void DrawSelections(ref RandomStream stream, Span<int> selections, int price)
    {
        selections[0] = stream.NextInt32(-90, 74);
        for (var i = 1; i < Criteria.Selections - 1; i++)
        {
            var middle = stream.NextInt32(-20, 9);
            var low = stream.NextInt32(-40, middle - 1);
            var high = Math.Max(stream.NextInt32(5, 59), low + 1);
            selections[i] = stream.NextInt32(low, high - 1);
        }

        selections[^1] = (price - MiddlePrice) * Unit / 10;
        foreach (ref var selection in selections)
        {
            selection = Criteria.SelectionAwayFromZero(selection, Unit);
        }
    }
}
