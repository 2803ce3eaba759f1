using System.Collections.Immutable;

namespace MovieChain.Market;

/// <summary>How alike providers' slates are.</summary>
public static class SlateOverlap
{
    /// <summary>For every two providers, the first and the second, the first and the third, ..., the second and the third, ...: what they
    /// show in common, 0 to 1. A film counts as often as the one that shows it less does, as a fraction of all that it shows.</summary>
    /// <param name="slates">What each provider offers.</param>
    /// <param name="films">How many films there are.</param>
    public static ImmutableArray<double> OfPairs(ImmutableArray<Slates> slates, int films)
    {
        var shares = slates.Select(offered => SharesOf(offered, films)).ToList();
        var overlaps = ImmutableArray.CreateBuilder<double>();
        for (var first = 0; first < shares.Count; first++)
        {
            for (var second = first + 1; second < shares.Count; second++)
            {
                var overlap = 0.0;
                for (var film = 0; film < films; film++)
                {
                    overlap += Math.Min(shares[first][film], shares[second][film]);
                }

                overlaps.Add(overlap);
            }
        }

        return overlaps.ToImmutable();
    }

    /// <summary>The fraction of all offers that each film has.</summary>
    private static double[] SharesOf(Slates offered, int films)
    {
        var counts = new long[films];
        for (var member = 0; member < offered.Members; member++)
        {
            foreach (var film in offered[member])
            {
                counts[film.Index]++;
            }
        }

        var total = (double)offered.Members * offered.Size;
        return [.. counts.Select(count => count / total)];
    }
}
