using MovieChain.Learning;

namespace MovieChain.Tests.Learning;

/// <summary>What can be read off what a provider has imported.</summary>
internal static class Known
{
    /// <summary>All that there is to know, a line for each member by row and one for each film.</summary>
    public static List<string> Describe(Interactions known) =>
    [
        $"{known.Lines} {known.PairCount} {known.MixedPairCount}",
        .. Enumerable.Range(0, known.MemberCount).Select(row => $"{known.Members[row]}: {string.Join(' ', known.Row(row).ToArray())}"),
        .. Enumerable.Range(0, known.FilmCount).Select(FilmId.At)
            .Select(film => $"{known.Offers(film)} {known.Purchases(film)} {known.AnonymousPurchases(film)}"),
    ];
}
