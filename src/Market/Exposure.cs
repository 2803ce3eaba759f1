using System.Collections.Immutable;

namespace MovieChain.Market;

/// <summary>How often each film was offered in a week, and how alike providers are in that.</summary>
internal static class Exposure
{
    /// <summary>The overlap of every two providers' slates, 0 to 1: the films that both showed, each as often as the one that showed it less did, as a
    /// fraction of all that each showed. First the first provider and the second, then the first and the third, and so on.</summary>
    /// <param name="slates">What each provider offered.</param>
    /// <param name="films">How many films there are.</param>
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

    /// <summary>In whole numbers until the last step, so that equal exposures overlap by exactly 1.</summary>
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
