using System.Numerics;
using System.Runtime.InteropServices;

namespace MovieChain.Learning.Factorization;

/// <summary>
/// Arithmetic element by element, each operation rounded by itself. No sum runs across elements and nothing is fused, so that
/// every width of vector and plain scalar code give the same bits.
/// </summary>
internal static class Elementwise
{
    /// <summary>Adds <paramref name="factor"/> × <paramref name="values"/> to <paramref name="sums"/>, which is as long.</summary>
    public static void AddScaled(Span<float> sums, float factor, ReadOnlySpan<float> values)
    {
        values = values[..sums.Length];
        var done = 0;
        if (Vector.IsHardwareAccelerated)
        {
            var wideSums = MemoryMarshal.Cast<float, Vector<float>>(sums);
            var wideValues = MemoryMarshal.Cast<float, Vector<float>>(values);
            var wideFactor = new Vector<float>(factor);
            for (var i = 0; i < wideSums.Length && i < wideValues.Length; i++)
            {
                wideSums[i] += wideFactor * wideValues[i];
            }

            done = wideSums.Length * Vector<float>.Count;
        }

        for (var i = done; i < sums.Length; i++)
        {
            sums[i] += factor * values[i];
        }
    }

    /// <summary>Adds the squares of <paramref name="values"/> to <paramref name="sums"/>, which is as long.</summary>
    public static void AddSquares(Span<float> sums, ReadOnlySpan<float> values)
    {
        values = values[..sums.Length];
        var done = 0;
        if (Vector.IsHardwareAccelerated)
        {
            var wideSums = MemoryMarshal.Cast<float, Vector<float>>(sums);
            var wideValues = MemoryMarshal.Cast<float, Vector<float>>(values);
            for (var i = 0; i < wideSums.Length && i < wideValues.Length; i++)
            {
                wideSums[i] += wideValues[i] * wideValues[i];
            }

            done = wideSums.Length * Vector<float>.Count;
        }

        for (var i = done; i < sums.Length; i++)
        {
            sums[i] += values[i] * values[i];
        }
    }

    /// <summary>Divides every value.</summary>
    public static void Divide(Span<float> values, float divisor)
    {
        var done = 0;
        if (Vector.IsHardwareAccelerated)
        {
            var wideValues = MemoryMarshal.Cast<float, Vector<float>>(values);
            var wideDivisor = new Vector<float>(divisor);
            for (var i = 0; i < wideValues.Length; i++)
            {
                wideValues[i] /= wideDivisor;
            }

            done = wideValues.Length * Vector<float>.Count;
        }

        for (var i = done; i < values.Length; i++)
        {
            values[i] /= divisor;
        }
    }
}
