using System.Numerics;
using System.Runtime.InteropServices;

namespace MovieChain.Learning.Factorization;

/// <summary>
/// Elementwise arithmetic, rounded after each operation. No sum runs across elements and nothing is fused: vectors of every width and
/// scalar code give the same bits.
/// </summary>
internal static class Elementwise
{
    /// <summary>The numbers of elements and of columns that <see cref="SumWeightedProducts"/> takes at a time; a vector's length is a multiple
    /// of the second.</summary>
    public const int ElementsAtOnce = 4, LengthAtOnce = 32;

    /// <summary>Adds <paramref name="factor"/> × <paramref name="values"/> to <paramref name="sums"/>.</summary>
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

    /// <summary>Adds the squares of <paramref name="values"/> to <paramref name="sums"/>.</summary>
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

    /// <summary>Sums some rows of a table, in the order given.</summary>
    /// <param name="table">The table, row by row.</param>
    /// <param name="length">The length of a row.</param>
    /// <param name="rows">The numbers of the rows to sum.</param>
    /// <param name="firstRow">The number of the table's first row.</param>
    /// <param name="sums">Receives the sums, as long as a row.</param>
    public static void SumRows(float[] table, int length, ReadOnlySpan<int> rows, int firstRow, Span<float> sums)
    {
        // Four vectors of sums stay in registers. The last four end with the row and may overlap the ones before: sums are independent.
        var atOnce = 4 * Vector<float>.Count;
        if (length < atOnce)
        {
            sums.Clear();
            foreach (var row in rows)
            {
                AddScaled(sums, 1, table.AsSpan((row - firstRow) * length, length));
            }

            return;
        }

        for (var start = 0; start < length; start += atOnce)
        {
            SumFourVectors(table, length, rows, firstRow, Math.Min(start, length - atOnce), sums);
        }
    }

    private static void SumFourVectors(float[] table, int length, ReadOnlySpan<int> rows, int firstRow, int start, Span<float> sums)
    {
        var (sum0, sum1, sum2, sum3) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
        foreach (var row in rows)
        {
            ref var first = ref table[((row - firstRow) * length) + start];
            sum0 += Vector.LoadUnsafe(ref first);
            sum1 += Vector.LoadUnsafe(ref first, (nuint)Vector<float>.Count);
            sum2 += Vector.LoadUnsafe(ref first, (nuint)(2 * Vector<float>.Count));
            sum3 += Vector.LoadUnsafe(ref first, (nuint)(3 * Vector<float>.Count));
        }

        sums = sums.Slice(start, 4 * Vector<float>.Count);
        sum0.CopyTo(sums);
        sum1.CopyTo(sums[Vector<float>.Count..]);
        sum2.CopyTo(sums[(2 * Vector<float>.Count)..]);
        sum3.CopyTo(sums[(3 * Vector<float>.Count)..]);
    }

    /// <summary>Multiplies a row vector by a matrix stored row by row.</summary>
    /// <param name="vector">The vector, as long as the matrix has rows.</param>
    /// <param name="matrix">The matrix.</param>
    /// <param name="product">Receives the product, as long as the matrix has columns.</param>
    public static void Multiply(ReadOnlySpan<float> vector, float[] matrix, Span<float> product)
    {
        var columns = product.Length;
        var wideProduct = MemoryMarshal.Cast<float, Vector<float>>(product);
        var i = 0;

        // Four vectors of sums stay in registers.
        for (; i + 4 <= wideProduct.Length; i += 4)
        {
            var (sum0, sum1, sum2, sum3) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
            for (var row = 0; row < vector.Length; row++)
            {
                var factor = new Vector<float>(vector[row]);
                ref var first = ref matrix[(row * columns) + (i * Vector<float>.Count)];
                sum0 += factor * Vector.LoadUnsafe(ref first);
                sum1 += factor * Vector.LoadUnsafe(ref first, (nuint)Vector<float>.Count);
                sum2 += factor * Vector.LoadUnsafe(ref first, (nuint)(2 * Vector<float>.Count));
                sum3 += factor * Vector.LoadUnsafe(ref first, (nuint)(3 * Vector<float>.Count));
            }

            wideProduct[i] = sum0;
            wideProduct[i + 1] = sum1;
            wideProduct[i + 2] = sum2;
            wideProduct[i + 3] = sum3;
        }

        var done = i * Vector<float>.Count;
        var rest = product[done..];
        rest.Clear();
        for (var row = 0; row < vector.Length; row++)
        {
            AddScaled(rest, vector[row], matrix.AsSpan((row * columns) + done, rest.Length));
        }
    }

    /// <summary>For each of four elements, sums weight × element × vector over all vectors, in order.</summary>
    /// <param name="sums">Receives the sums: a row for each element.</param>
    /// <param name="weights">A weight for every vector.</param>
    /// <param name="vectors">The vectors, one after the other.</param>
    /// <param name="length">The length of a vector, a multiple of <see cref="LengthAtOnce"/>.</param>
    /// <param name="element">The first of the elements.</param>
    public static void SumWeightedProducts(float[] sums, float[] weights, float[] vectors, int length, int element)
    {
        for (var start = 0; start < length; start += 2 * Vector<float>.Count)
        {
            SumTile(sums, weights, vectors, length, element, start);
        }
    }

    private static void SumTile(float[] sums, float[] weights, float[] vectors, int length, int element, int start)
    {
        var (sum00, sum01, sum10, sum11) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
        var (sum20, sum21, sum30, sum31) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
        for (var vector = 0; vector < weights.Length; vector++)
        {
            var values = vectors.AsSpan(vector * length, length);
            var value0 = new Vector<float>(values[start..]);
            var value1 = new Vector<float>(values[(start + Vector<float>.Count)..]);
            var weight = weights[vector];
            var elements = values.Slice(element, ElementsAtOnce);
            var factor = new Vector<float>(weight * elements[0]);
            sum00 += factor * value0;
            sum01 += factor * value1;
            factor = new Vector<float>(weight * elements[1]);
            sum10 += factor * value0;
            sum11 += factor * value1;
            factor = new Vector<float>(weight * elements[2]);
            sum20 += factor * value0;
            sum21 += factor * value1;
            factor = new Vector<float>(weight * elements[3]);
            sum30 += factor * value0;
            sum31 += factor * value1;
        }

        Store(element, sum00, sum01);
        Store(element + 1, sum10, sum11);
        Store(element + 2, sum20, sum21);
        Store(element + 3, sum30, sum31);

        void Store(int row, Vector<float> sum0, Vector<float> sum1)
        {
            sum0.CopyTo(sums, (row * length) + start);
            sum1.CopyTo(sums, (row * length) + start + Vector<float>.Count);
        }
    }
}
