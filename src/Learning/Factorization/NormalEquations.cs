using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MovieChain.Learning.Factorization;

/// <summary>
/// A ridge regression of a few unknowns: collects observations and solves for the coefficients by Cholesky factorization.
/// One instance serves one thread.
/// </summary>
/// <remarks>
/// Observations wait in a buffer and are added many at a time, so that a part of the matrix stays in registers meanwhile. Each element of
/// the matrix is a sum in the order of the observations, whatever the width of the vectors. Only the upper triangle counts; vectors
/// begin at a whole block at or before the diagonal, and what lies before the diagonal is never read.
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
    private int _waiting;

    public NormalEquations(int size)
    {
        // Row and feature number "size" hold the right-hand side and the targets.
        _size = size;
        _stride = (size + RowsAtOnce + MaxVectorLength - 1) / MaxVectorLength * MaxVectorLength;
        _matrix = new float[(size + RowsAtOnce) * _stride];
        _buffer = new float[BufferLength * _stride];
    }

    private Span<float> RightHandSide => _matrix.AsSpan(_size * _stride, _size);

    /// <summary>Begins anew with a ridge penalty on every unknown, above 0.</summary>
    public void Reset(float penalty)
    {
        _waiting = 0;
        Array.Clear(_matrix);
        for (var i = 0; i < _size; i++)
        {
            _matrix[(i * _stride) + i] = penalty;
        }
    }

    /// <summary>Adds the observation that the features, weighted by the unknowns, sum to the target.</summary>
    public void Add(ReadOnlySpan<float> features, float target)
    {
        if (_waiting == BufferLength)
        {
            AddWaiting();
        }

        var observation = _buffer.AsSpan(_waiting++ * _stride, _stride);
        features[.._size].CopyTo(observation);
        observation[_size] = target;
    }

    /// <summary>Solves for the unknowns. Only <see cref="Variances"/> and <see cref="Reset"/> make sense afterwards.</summary>
    public void Solve(Span<float> unknowns)
    {
        AddWaiting();

        // A = Uᵀ U in place, and Uᵀ y = b along with it.
        var right = RightHandSide;
        for (var i = 0; i < _size; i++)
        {
            var pivot = MathF.Sqrt(At(i, i));
            var row = Row(i);
            Elementwise.Divide(row[i.._size], pivot);
            right[i] /= pivot;
            for (var j = i + 1; j < _size; j++)
            {
                right[j] -= right[i] * row[j];
                Elementwise.AddScaled(Row(j)[j.._size], -row[j], row[j.._size]);
            }
        }

        // U x = y.
        for (var i = _size - 1; i >= 0; i--)
        {
            var rest = right[i];
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

    private Span<float> Row(int row) => _matrix.AsSpan(row * _stride, _stride);

    private float At(int row, int column) => _matrix[(row * _stride) + column];

    private void AddWaiting()
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

        _waiting = 0;
    }

    /// <summary>Adds all that waits to four rows of the matrix, one vector wide.</summary>
    private void AddTile(int row, int column)
    {
        ref var corner = ref _matrix[(row * _stride) + column];
        var sum0 = Vector.LoadUnsafe(ref corner);
        var sum1 = Vector.LoadUnsafe(ref corner, (nuint)_stride);
        var sum2 = Vector.LoadUnsafe(ref corner, (nuint)(2 * _stride));
        var sum3 = Vector.LoadUnsafe(ref corner, (nuint)(3 * _stride));
        ref var observation = ref MemoryMarshal.GetArrayDataReference(_buffer);
        for (var i = 0; i < _waiting; i++)
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

    /// <summary>The same without vectors.</summary>
    private void AddElements(int firstRow, int firstColumn)
    {
        for (var row = firstRow; row <= Math.Min(firstRow + RowsAtOnce - 1, _size); row++)
        {
            for (var column = firstColumn; column < _size; column++)
            {
                var sum = At(row, column);
                for (var i = 0; i < _waiting; i++)
                {
                    sum += _buffer[(i * _stride) + row] * _buffer[(i * _stride) + column];
                }

                _matrix[(row * _stride) + column] = sum;
            }
        }
    }
}
