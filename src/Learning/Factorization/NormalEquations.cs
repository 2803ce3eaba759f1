namespace MovieChain.Learning.Factorization;

/// <summary>
/// A ridge regression of a few unknowns: collects observations and solves for the coefficients by Cholesky factorization. Only the
/// upper triangle counts. Rows begin at a whole block of <see cref="BlockLength"/> elements at or before the diagonal, so that vectors
/// stay whole; what lies before the diagonal is never read. One instance serves one thread.
/// </summary>
internal sealed class NormalEquations
{
    private const int BlockLength = 16;

    private readonly int _size;
    private readonly int _stride;
    private readonly float[] _matrix;
    private readonly float[] _right;
    private readonly float[] _features;

    public NormalEquations(int size)
    {
        _size = size;
        _stride = (size + BlockLength - 1) / BlockLength * BlockLength;
        _matrix = new float[size * _stride];
        _right = new float[_stride];
        _features = new float[_stride];
    }

    /// <summary>Begins anew with a ridge penalty on every unknown, above 0.</summary>
    public void Reset(float penalty)
    {
        Array.Clear(_matrix);
        Array.Clear(_right);
        for (var i = 0; i < _size; i++)
        {
            _matrix[(i * _stride) + i] = penalty;
        }
    }

    /// <summary>Adds the observation that the features, weighted by the unknowns, sum to the target.</summary>
    public void Add(ReadOnlySpan<float> features, float target)
    {
        features.CopyTo(_features);
        for (var i = 0; i < _size; i++)
        {
            Elementwise.AddScaled(RowFrom(i, i), features[i], Tail(_features, i));
        }

        Elementwise.AddScaled(_right, target, _features);
    }

    /// <summary>Solves for the unknowns. Only <see cref="Variances"/> and <see cref="Reset"/> make sense afterwards.</summary>
    public void Solve(Span<float> unknowns)
    {
        // A = Uᵀ U in place, and Uᵀ y = b along with it.
        for (var i = 0; i < _size; i++)
        {
            var pivot = MathF.Sqrt(At(i, i));
            Elementwise.Divide(RowFrom(i, i), pivot);
            _right[i] /= pivot;
            for (var j = i + 1; j < _size; j++)
            {
                _right[j] -= _right[i] * At(i, j);
                Elementwise.AddScaled(RowFrom(j, j), -At(i, j), RowFrom(i, j));
            }
        }

        // U x = y.
        for (var i = _size - 1; i >= 0; i--)
        {
            var rest = _right[i];
            for (var j = i + 1; j < _size; j++)
            {
                rest -= At(i, j) * unknowns[j];
            }

            unknowns[i] = rest / At(i, i);
        }
    }

    /// <summary>
    /// After <see cref="Solve"/>, the posterior variance of predictions relative to that of the noise: xᵀ A⁻¹ x for many x at once.
    /// </summary>
    /// <param name="features">The x, unknown by unknown: the first unknown's feature of every x, then the second's. Overwritten.</param>
    /// <param name="variances">Receives one variance for every x.</param>
    public void Variances(Span<float> features, Span<float> variances)
    {
        // Uᵀ y = x for all x together; the variance is the squared length of y.
        var count = variances.Length;
        variances.Clear();
        for (var i = 0; i < _size; i++)
        {
            var solved = features.Slice(i * count, count);
            Elementwise.Divide(solved, At(i, i));
            Elementwise.AddSquares(variances, solved);
            for (var j = i + 1; j < _size; j++)
            {
                Elementwise.AddScaled(features.Slice(j * count, count), -At(i, j), solved);
            }
        }
    }

    /// <summary>A row from the block that holds a column on.</summary>
    private Span<float> RowFrom(int row, int column) => Tail(_matrix.AsSpan(row * _stride, _stride), column);

    private static Span<float> Tail(Span<float> row, int column) => row[(column / BlockLength * BlockLength)..];

    private float At(int row, int column) => _matrix[(row * _stride) + column];
}
