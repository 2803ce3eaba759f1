using System.Collections.Immutable;

namespace MovieChain.Market;

/// <summary>Exposure: how often each film was offered in a week; and the overlap of exposures between providers.</summary>
internal static class Exposure
{
    /// <summary>Overlap of the exposures of each pair of providers, 0 to 1: sum over films of the smaller of the two shares of all offers.
    /// Pairs are in lexicographic order: (0, 1), (0, 2), ..., (1, 2), ...</summary>
    /// <param name="slates">The slates of each provider.</param>
    /// <param name="films">Number of films.</param>
    public static ImmutableArray<double> Overlaps(IReadOnlyList<Slates> slates, int films)
    {
        var exposures = slates.Select(offered => Count(offered, films)).ToList();
        var overlaps = ImmutableArray.CreateBuilder<double>(slates.Count * (slates.Count - 1) / 2);
        for (var first = 0; first < slates.Count; first++)
        {
            for (var second = first + 1; second < slates.Count; second++)
            {
                overlaps.Add(Overlap(exposures[first], Offers(slates[first]), exposures[second], Offers(slates[second])));
            }
        }

        return overlaps.MoveToImmutable();
    }

    private static long[] Count(Slates slates, int films)
    {
        var counts = new long[films];
        for (var member = 0; member < slates.Members; member++)
        {
            foreach (var film in slates[member])
            {
                counts[film.Index]++;
            }
        }

        return counts;
    }

    private static long Offers(Slates slates) => (long)slates.Members * slates.Size;

    /// <summary>Computed in integers until the final division, so that equal exposures overlap by exactly 1.</summary>
    private static double Overlap(long[] left, long leftOffers, long[] right, long rightOffers)
    {
        Int128 common = 0;
        for (var film = 0; film < left.Length; film++)
        {
            common += Int128.Min((Int128)left[film] * rightOffers, (Int128)right[film] * leftOffers);
        }

        return (double)common / ((double)leftOffers * rightOffers);
    }
}
