using MovieChain.Catalogue;
using MovieChain.Randomness;

namespace MovieChain.Tests.Catalogue;

/// <summary>Eighty thousand films from eight seeds: enough for every rare case to occur, about forty empty ranges among them.</summary>
internal static class ManyFilms
{
    public static IReadOnlyList<Film> All { get; } =
        [.. Enumerable.Range(1, 8).SelectMany(seed => Read(FilmGenerator.Generate(new RandomStreams((ulong)seed), FilmId.MaxCount)))];

    public static IReadOnlyList<Film> Read(FilmCatalogue catalogue) =>
    [
        .. Enumerable.Range(0, catalogue.Count).Select(FilmId.At).Select(film => new Film(
            (int)catalogue.Price(film).Units,
            [.. Enumerable.Range(0, Criteria.Count).Select(criterion => catalogue.Trait(film, criterion))])),
    ];

    public static string Describe(Film film) => $"{film.Price}: {string.Join(' ', film.Traits)}";

    internal sealed record Film(int Price, int[] Traits);
}
