using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MovieChain.Learning.Factorization;

/// <summary>
/// A ridge regression of a few unknowns: collects observations, solves for the coefficients by Cholesky factorization and gives
/// their posterior covariance. One instance serves one thread.
/// </summary>
/// <remarks>
/// Observations are buffered and added many at a time, so that a part of the matrix stays in registers. Each element of the matrix is a sum
/// in the order of the observations, whatever the width of the vectors. Only the upper triangle is read; rows are padded to whole vectors.
/// </remarks>
internal sealed class NormalEquations
{
    private const int BufferLength = 64;
    private const int MaxVectorLength = 16;
    private const int RowsAtOnce = 4;

    private readonly int _size;
    private readonly int _stride;
    private readonly float[] _matrix;
    private readonly float[] _buffer;
    private int _buffered;

    public NormalEquations(int size)
    {
        // Row and feature number "size" hold the right-hand side and the targets.
        _size = size;
        _stride = (size + RowsAtOnce + MaxVectorLength - 1) / MaxVectorLength * MaxVectorLength;
        _matrix = new float[(size + RowsAtOnce) * _stride];
        _buffer = new float[Math.Max(BufferLength, size + RowsAtOnce) * _stride];
    }

    private Span<float> RightHandSide => Row(_size);

    /// <summary>Starts a new regression; both ridge penalties are above 0.</summary>
    public void Reset(float firstPenalty, float otherPenalty)
    {
        _buffered = 0;
        Array.Clear(_matrix);
        for (var i = 0; i < _size; i++)
        {
            _matrix[(i * _stride) + i] = i == 0 ? firstPenalty : otherPenalty;
        }
    }

    /// <summary>Adds an observation: features · unknowns = target.</summary>
    public void Add(ReadOnlySpan<float> features, float target)
    {
        if (_buffered == BufferLength)
        {
            AddBuffered();
        }

        var observation = _buffer.AsSpan(_buffered++ * _stride, _stride);
        features[.._size].CopyTo(observation);
        observation[_size] = target;
    }

    /// <summary>Solves for the unknowns. Afterwards call only <see cref="Invert"/>, <see cref="Variances"/> or <see cref="Reset"/>.</summary>
    public void Solve(Span<float> unknowns)
    {
        AddBuffered();

        // A = Uᵀ U in place, and Uᵀ y = b along with it.
        var right = RightHandSide;
        for (var i = 0; i < _size; i++)
        {
            var row = Row(i);
            var pivot = MathF.Sqrt(row[i]);
            Elementwise.Divide(row[i.._size], pivot);
            right[i] /= pivot;
            for (var j = i + 1; j < _size; j++)
            {
                right[j] -= right[i] * row[j];
                AddScaledRow(_matrix, j, -row[j], i, first: j, end: _size);
            }
        }

        // U x = y.
        for (var i = _size - 1; i >= 0; i--)
        {
            var row = Row(i);
            var rest = right[i];
            for (var j = i + 1; j < _size; j++)
            {
                rest -= row[j] * unknowns[j];
            }

            unknowns[i] = rest / row[i];
        }
    }

    /// <summary>
    /// The inverse of the equations' matrix: the posterior covariance of the unknowns relative to the variance of the noise. Overwrites
    /// the factorization.
    /// </summary>
    /// <param name="inverse">Receives the upper triangle.</param>
    /// <param name="layout">The layout of its rows.</param>
    public void Invert(Span<float> inverse, PackedMoments layout)
    {
        // Row i of Y = U⁻ᵀ, and then A⁻¹ = Yᵀ Y as a sum over the rows of Y: as for observations.
        _buffer.AsSpan(0, _size * _stride).Clear();
        for (var i = 0; i < _size; i++)
        {
            _buffer[(i * _stride) + i] = 1;
        }

        for (var i = 0; i < _size; i++)
        {
            var factors = Row(i);
            Elementwise.Divide(_buffer.AsSpan(i * _stride, i + 1), factors[i]);
            for (var j = i + 1; j < _size; j++)
            {
                AddScaledRow(_buffer, j, -factors[j], i, first: 0, end: i + 1);
            }
        }

        Array.Clear(_matrix);
        _buffered = _size;
        AddBuffered();
        for (var i = 0; i < _size; i++)
        {
            Row(i)[i.._size].CopyTo(inverse[layout.Start(i)..]);
        }
    }

    /// <summary>
    /// The posterior variance of predictions relative to that of the noise: xᵀ A⁻¹ x for many x at once.
    /// </summary>
    /// <param name="features">The x, transposed: the first feature of every x, then the second. Overwritten.</param>
    /// <param name="variances">Receives one variance for every x.</param>
    public void Variances(Span<float> features, Span<float> variances)
    {
        // Uᵀ y = x for all x together; the variance is the squared length of y.
        var count = variances.Length;
        variances.Clear();
        for (var i = 0; i < _size; i++)
        {
            var factors = Row(i);
            var solved = features.Slice(i * count, count);
            Elementwise.Divide(solved, factors[i]);
            Elementwise.AddSquares(variances, solved);
            for (var j = i + 1; j < _size; j++)
            {
                Elementwise.AddScaled(features.Slice(j * count, count), -factors[j], solved);
            }
        }
    }

    private Span<float> Row(int row) => _matrix.AsSpan(row * _stride, _stride);

    /// <summary>Adds a multiple of one row to another in at least the columns [first, end), rounded to whole vectors.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddScaledRow(float[] rows, int to, float factor, int from, int first, int end)
    {
        if (!Vector.IsHardwareAccelerated)
        {
            Elementwise.AddScaled(rows.AsSpan((to * _stride) + first, end - first), factor, rows.AsSpan((from * _stride) + first));
            return;
        }

        ref var target = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(rows), to * _stride);
        ref var source = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(rows), from * _stride);
        var factors = new Vector<float>(factor);
        for (var i = first & -Vector<float>.Count; i < end; i += Vector<float>.Count)
        {
            var sum = Vector.LoadUnsafe(ref target, (nuint)i) + (factors * Vector.LoadUnsafe(ref source, (nuint)i));
            sum.StoreUnsafe(ref target, (nuint)i);
        }
    }

    private void AddBuffered()
    {
        for (var row = 0; row <= _size; row += RowsAtOnce)
        {
            // The right-hand side is the last row and needs every column.
            var first = row + RowsAtOnce > _size ? 0 : row;
            if (Vector.IsHardwareAccelerated)
            {
                for (var column = first / Vector<float>.Count * Vector<float>.Count; column < _size; column += Vector<float>.Count)
                {
                    AddTile(row, column);
                }
            }
            else
            {
                AddElements(row, first);
            }
        }

        _buffered = 0;
    }

    /// <summary>Adds the buffered observations to four rows of the matrix, one vector wide.</summary>
    private void AddTile(int row, int column)
    {
        ref var corner = ref _matrix[(row * _stride) + column];
        var sum0 = Vector.LoadUnsafe(ref corner);
        var sum1 = Vector.LoadUnsafe(ref corner, (nuint)_stride);
        var sum2 = Vector.LoadUnsafe(ref corner, (nuint)(2 * _stride));
        var sum3 = Vector.LoadUnsafe(ref corner, (nuint)(3 * _stride));
        ref var observation = ref MemoryMarshal.GetArrayDataReference(_buffer);
        for (var i = 0; i < _buffered; i++)
        {
            var values = Vector.LoadUnsafe(ref observation, (nuint)column);
            sum0 += new Vector<float>(Unsafe.Add(ref observation, row)) * values;
            sum1 += new Vector<float>(Unsafe.Add(ref observation, row + 1)) * values;
            sum2 += new Vector<float>(Unsafe.Add(ref observation, row + 2)) * values;
            sum3 += new Vector<float>(Unsafe.Add(ref observation, row + 3)) * values;
            observation = ref Unsafe.Add(ref observation, _stride);
        }

        sum0.StoreUnsafe(ref corner);
        sum1.StoreUnsafe(ref corner, (nuint)_stride);
        sum2.StoreUnsafe(ref corner, (nuint)(2 * _stride));
        sum3.StoreUnsafe(ref corner, (nuint)(3 * _stride));
    }

    /// <summary>The same without vector instructions.</summary>
    private void AddElements(int firstRow, int firstColumn)
    {
        for (var row = firstRow; row <= Math.Min(firstRow + RowsAtOnce - 1, _size); row++)
        {
            for (var column = firstColumn; column < _size; column++)
            {
                var sum = _matrix[(row * _stride) + column];
                for (var i = 0; i < _buffered; i++)
                {
                    sum += _buffer[(i * _stride) + row] * _buffer[(i * _stride) + column];
                }

                _matrix[(row * _stride) + column] = sum;
            }
        }
    }
}
