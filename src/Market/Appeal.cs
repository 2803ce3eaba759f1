using System.Numerics;
using System.Runtime.InteropServices;
using MovieChain.Audience;
using MovieChain.Catalogue;

namespace MovieChain.Market;

/// <summary>The appeal of a film to a member: dot product of tastes and traits, exact in units of 1/<see cref="Population.AppealScale"/>.
/// Generated tastes and traits lie within ±2.00, so the largest appeal, 17 × 2.00 × 2.00, fits 32 bits.</summary>
internal static class Appeal
{
    public static int Of(FilmCatalogue catalogue, ReadOnlySpan<int> tastes, FilmId film)
    {
        var appeal = 0;
        for (var criterion = 0; criterion < Criteria.Count; criterion++)
        {
            appeal += tastes[criterion] * catalogue.Trait(film, criterion);
        }

        return appeal;
    }

    /// <summary>Writes one appeal per film to <paramref name="appeals"/>.</summary>
    public static void OfAll(FilmCatalogue catalogue, ReadOnlySpan<int> tastes, Span<int> appeals)
    {
        appeals.Clear();
        for (var criterion = 0; criterion < Criteria.Count; criterion++)
        {
            AddScaled(appeals, tastes[criterion], catalogue.TraitsOfAll(criterion));
        }
    }

    private static void AddScaled(Span<int> sums, int factor, ReadOnlySpan<int> values)
    {
        var done = 0;
        if (Vector.IsHardwareAccelerated)
        {
            var wideSums = MemoryMarshal.Cast<int, Vector<int>>(sums);
            var wideValues = MemoryMarshal.Cast<int, Vector<int>>(values);
            for (var i = 0; i < wideSums.Length; i++)
            {
                wideSums[i] += wideValues[i] * factor;
            }

            done = wideSums.Length * Vector<int>.Count;
        }

        for (var i = done; i < sums.Length; i++)
        {
            sums[i] += values[i] * factor;
        }
    }
}
