namespace MovieChain.Learning.Factorization;

/// <summary>Dense symmetric positive definite systems in double precision, where there are few of them. Matrices are square and lie
/// row by row; only the lower triangle counts.</summary>
internal static class Cholesky
{
    /// <summary>Replaces the lower triangle of A by L with A = L Lᵀ.</summary>
    public static void Factorize(Span<double> matrix, int size)
    {
        for (var i = 0; i < size; i++)
        {
            var row = matrix.Slice(i * size, i + 1);
            for (var j = 0; j <= i; j++)
            {
                var other = matrix.Slice(j * size, j + 1);
                var rest = row[j];
                for (var k = 0; k < j; k++)
                {
                    rest -= row[k] * other[k];
                }

                row[j] = i == j ? Math.Sqrt(rest) : rest / other[j];
            }
        }
    }

    /// <summary>Solves L Lᵀ x = b in place.</summary>
    public static void Solve(ReadOnlySpan<double> factor, Span<double> right)
    {
        var size = right.Length;
        for (var i = 0; i < size; i++)
        {
            var row = factor.Slice(i * size, i + 1);
            for (var k = 0; k < i; k++)
            {
                right[i] -= row[k] * right[k];
            }

            right[i] /= row[i];
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
