namespace MovieChain.Learning.Factorization;

/// <summary>The layout of a symmetric matrix of a row's second moments: the upper triangle, row by row. The row's factors are its
/// bias, its latent factors and the constant 1, so that the last column holds the means.</summary>
internal sealed class PackedMoments
{
    private readonly int[] _starts;

    public PackedMoments(int width)
    {
        Width = width;
        _starts = new int[width];
        for (var row = 1; row < width; row++)
        {
            _starts[row] = _starts[row - 1] + width - row + 1;
        }

        Length = _starts[^1] + 1;
    }

    public int Width { get; }

    /// <summary>The number of elements of a matrix.</summary>
    public int Length { get; }

    /// <summary>The index of a row's diagonal element; the rest of the row follows.</summary>
    public int Start(int row) => _starts[row];

    /// <summary>The index of an element of the upper triangle.</summary>
    public int Place(int row, int column) => _starts[row] + column - row;

    /// <summary>Turns the covariance of all factors but the constant, relative to the noise, into second moments of all factors.</summary>
    /// <param name="matrix">The covariance, whose constant column is ignored; receives the second moments.</param>
    /// <param name="noise">The variance of the noise.</param>
    /// <param name="means">The factors' means, the constant 1 last.</param>
    public void CovarianceToMoments(Span<float> matrix, float noise, ReadOnlySpan<float> means)
    {
        for (var row = 0; row < Width; row++)
        {
            var moments = matrix.Slice(_starts[row], Width - row);
            for (var i = 0; i < moments.Length - 1; i++)
            {
                moments[i] = (noise * moments[i]) + (means[row] * means[row + i]);
            }

            moments[^1] = means[row];
        }
    }
}
