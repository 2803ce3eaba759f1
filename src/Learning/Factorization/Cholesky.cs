namespace MovieChain.Learning.Factorization;

/// <summary>Dense symmetric positive definite systems in double precision. Matrices are stored row by row; only the lower triangle is
/// used.</summary>
internal static class Cholesky
{
    /// <summary>Replaces the lower triangle of A by L with A = L Lᵀ.</summary>
    public static void Factorize(Span<double> matrix, int size)
    {
        // Column by column, so that the steps of the inner loop are independent.
        Span<double> column = size <= 128 ? stackalloc double[size] : new double[size];
        for (var k = 0; k < size; k++)
        {
            var pivot = Math.Sqrt(matrix[(k * size) + k]);
            matrix[(k * size) + k] = pivot;
            for (var i = k + 1; i < size; i++)
            {
                var factor = matrix[(i * size) + k] / pivot;
                matrix[(i * size) + k] = factor;
                column[i] = factor;
                var rest = matrix.Slice((i * size) + k + 1, i - k);
                var factors = column.Slice(k + 1, rest.Length);
                for (var j = 0; j < rest.Length; j++)
                {
                    rest[j] -= factor * factors[j];
                }
            }
        }
    }

    /// <summary>Solves L Lᵀ x = b in place.</summary>
    public static void Solve(ReadOnlySpan<double> factor, Span<double> right)
    {
        var size = right.Length;
        for (var k = 0; k < size; k++)
        {
            right[k] /= factor[(k * size) + k];
            for (var i = k + 1; i < size; i++)
            {
                right[i] -= factor[(i * size) + k] * right[k];
            }
        }

        for (var i = size - 1; i >= 0; i--)
        {
            var row = factor.Slice(i * size, i + 1);
            right[i] /= row[i];
            for (var k = 0; k < i; k++)
            {
                right[k] -= row[k] * right[i];
            }
        }
    }
}
