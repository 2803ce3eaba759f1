using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MovieChain.Learning.Factorization;

/// <summary>
/// Sixteen ridge regressions of the same few unknowns, solved side by side: each has its own lane of the vectors, so that a
/// result depends neither on the others nor on the width of the machine's vectors. One instance serves one thread.
/// </summary>
internal sealed class RidgeBatch
{
    /// <summary>The number of regressions.</summary>
    public const int Lanes = 16;

    private readonly int _size;
    private readonly Vector512<float>[] _matrix;
    private readonly Vector512<float>[] _right;
    private readonly Vector512<float>[] _unknowns;
    private readonly Vector512<float>[] _reciprocals;
    private readonly Vector512<float>[] _column;
    private readonly Vector512<float>[] _triangle;
    private readonly Vector512<float>[] _inverse;

    /// <param name="size">The number of unknowns.</param>
    public RidgeBatch(int size)
    {
        _size = size;
        _matrix = new Vector512<float>[Start(size)];
        _triangle = new Vector512<float>[Start(size)];
        _inverse = new Vector512<float>[Start(size)];
        _right = new Vector512<float>[size];
        _unknowns = new Vector512<float>[size];
        _reciprocals = new Vector512<float>[size];
        _column = new Vector512<float>[size];
        for (var lane = 0; lane < Lanes; lane++)
        {
            Clear(lane);
        }
    }

    /// <summary>Sets a lane's regression.</summary>
    /// <param name="lane">The lane.</param>
    /// <param name="products">The sums of the features' products: the upper triangle, row by row.</param>
    /// <param name="targets">The sums of feature × target.</param>
    /// <param name="firstPenalty">The ridge penalty on the first unknown, above 0.</param>
    /// <param name="otherPenalty">The penalty on all others, above 0.</param>
    public void Set(int lane, ReadOnlySpan<float> products, ReadOnlySpan<float> targets, float firstPenalty, float otherPenalty)
    {
        var matrix = LanesOf(_matrix, lane);
        var right = LanesOf(_right, lane);
        var place = 0;
        for (var i = 0; i < _size; i++)
        {
            right[i * Lanes] = targets[i];
            for (var j = i; j < _size; j++)
            {
                matrix[(Start(j) + i) * Lanes] = products[place++];
            }

            matrix[(Start(i) + i) * Lanes] += i == 0 ? firstPenalty : otherPenalty;
        }
    }

    /// <summary>Sets a lane that is not used to the unit matrix.</summary>
    public void Clear(int lane)
    {
        var matrix = LanesOf(_matrix, lane);
        var right = LanesOf(_right, lane);
        for (var i = 0; i < _size; i++)
        {
            right[i * Lanes] = 0;
            for (var j = 0; j <= i; j++)
            {
                matrix[(Start(i) + j) * Lanes] = i == j ? 1 : 0;
            }
        }
    }

    /// <summary>Solves all regressions. Overwrites their equations.</summary>
    public void Solve()
    {
        // A = L Lᵀ in place, and L y = b along with it.
        for (var k = 0; k < _size; k++)
        {
            var reciprocal = Vector512<float>.One / Vector512.Sqrt(_matrix[Start(k) + k]);
            _reciprocals[k] = reciprocal;
            var solved = _right[k] * reciprocal;
            _right[k] = solved;
            for (var i = k + 1; i < _size; i++)
            {
                var factor = _matrix[Start(i) + k] * reciprocal;
                _matrix[Start(i) + k] = factor;
                _column[i] = factor;
                _right[i] -= factor * solved;
                Subtract(_matrix.AsSpan(Start(i) + k + 1, i - k), factor, _column.AsSpan(k + 1, i - k));
            }
        }

        // Lᵀ x = y.
        for (var i = _size - 1; i >= 0; i--)
        {
            var unknown = _right[i] * _reciprocals[i];
            _unknowns[i] = unknown;
            Subtract(_right.AsSpan(0, i), unknown, _matrix.AsSpan(Start(i), i));
        }
    }

    /// <summary>Inverts the regressions' matrices: the posterior covariances of the unknowns relative to the variance of the noise. Call it
    /// after <see cref="Solve"/>.</summary>
    public void Invert()
    {
        // B = L⁻¹, row by row.
        Array.Clear(_triangle);
        for (var k = 0; k < _size; k++)
        {
            var row = _triangle.AsSpan(Start(k), k + 1);
            foreach (ref var element in row)
            {
                element *= _reciprocals[k];
            }

            row[k] = _reciprocals[k];
            for (var i = k + 1; i < _size; i++)
            {
                Subtract(_triangle.AsSpan(Start(i), k + 1), _matrix[Start(i) + k], row);
            }
        }

        // A⁻¹ = Bᵀ B.
        Array.Clear(_inverse);
        for (var k = 0; k < _size; k++)
        {
            var row = _triangle.AsSpan(Start(k), k + 1);
            for (var i = 0; i <= k; i++)
            {
                Add(_inverse.AsSpan(Start(i), i + 1), row[i], row[..(i + 1)]);
            }
        }
    }

    /// <summary>Copies a lane's unknowns.</summary>
    public void CopyUnknowns(int lane, Span<float> unknowns)
    {
        var lanes = LanesOf(_unknowns, lane);
        for (var i = 0; i < _size; i++)
        {
            unknowns[i] = lanes[i * Lanes];
        }
    }

    /// <summary>Copies the upper triangle of a lane's inverse.</summary>
    /// <param name="lane">The lane.</param>
    /// <param name="inverse">Receives the triangle.</param>
    /// <param name="layout">The layout of its rows.</param>
    public void CopyInverse(int lane, Span<float> inverse, PackedMoments layout)
    {
        var lanes = LanesOf(_inverse, lane);
        for (var i = 0; i < _size; i++)
        {
            var start = layout.Start(i);
            for (var j = i; j < _size; j++)
            {
                inverse[start + j - i] = lanes[(Start(j) + i) * Lanes];
            }
        }
    }

    /// <summary>Where a row of a lower triangle starts.</summary>
    private static int Start(int row) => row * (row + 1) / 2;

    /// <summary>The numbers of a lane: every sixteenth, from the first.</summary>
    private static Span<float> LanesOf(Vector512<float>[] vectors, int lane) =>
        MemoryMarshal.Cast<Vector512<float>, float>(vectors.AsSpan())[lane..];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Subtract(Span<Vector512<float>> sums, Vector512<float> factor, ReadOnlySpan<Vector512<float>> values)
    {
        for (var i = 0; i < sums.Length && i < values.Length; i++)
        {
            sums[i] -= factor * values[i];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(Span<Vector512<float>> sums, Vector512<float> factor, ReadOnlySpan<Vector512<float>> values)
    {
        for (var i = 0; i < sums.Length && i < values.Length; i++)
        {
            sums[i] += factor * values[i];
        }
    }
}
