namespace MovieChain.Learning.Factorization;

/// <summary>Dense symmetric positive definite systems in double precision, where there are few of them.</summary>
internal static class Cholesky
{
    /// <summary>Replaces the lower triangle of A by L with A = L Lᵀ.</summary>
    public static void Factorize(double[,] matrix)
    {
        var size = matrix.GetLength(0);
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var rest = matrix[row, column];
                for (var k = 0; k < column; k++)
                {
                    rest -= matrix[row, k] * matrix[column, k];
                }

                matrix[row, column] = row == column ? Math.Sqrt(rest) : rest / matrix[column, column];
            }
        }
    }

    /// <summary>Solves L Lᵀ x = b in place.</summary>
    public static void Solve(double[,] factor, Span<double> right)
    {
        for (var i = 0; i < right.Length; i++)
        {
            for (var k = 0; k < i; k++)
            {
                right[i] -= factor[i, k] * right[k];
            }

            right[i] /= factor[i, i];
        }

        for (var i = right.Length - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < right.Length; k++)
            {
                right[i] -= factor[k, i] * right[k];
            }

            right[i] /= factor[i, i];
        }
    }
}
