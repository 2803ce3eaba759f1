using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MovieChain.Learning.Factorization;

/// <summary>
/// A symmetric positive definite system of equations, built up from products of rows and solved by Cholesky factorization. One instance
/// serves one thread. The number of unknowns is a multiple of <see cref="Lanes.Count"/>.
/// </summary>
/// <remarks>
/// Both the building and the factorization are sums of products x yᵀ over many rows, which run in tiles of four rows by sixteen columns that
/// stay in registers. Only the upper triangle counts; a tile on the diagonal also writes below it.
/// </remarks>
internal sealed class SymmetricSystem
{
    private const int RowsPerTile = 4;
    private const int HalfTile = Lanes.Count / 2;

    private readonly int _stride;
    private readonly float[] _matrix;
    private readonly float[] _reciprocals;
    private readonly float[] _right;

    public SymmetricSystem(int capacity)
    {
        _stride = capacity;
        _matrix = new float[capacity * capacity];
        _reciprocals = new float[capacity];
        _right = new float[capacity];
    }

    /// <summary>The number of unknowns, at most the capacity.</summary>
    public int Size { get; private set; }

    /// <summary>Resets the system to a diagonal block of a matrix of products plus a penalty on every unknown.</summary>
    /// <param name="products">The full symmetric matrix.</param>
    /// <param name="stride">The length of its rows.</param>
    /// <param name="first">The block's first row and column.</param>
    /// <param name="size">The number of unknowns.</param>
    /// <param name="penalty">The value added to the diagonal, above 0.</param>
    public void Reset(ReadOnlySpan<float> products, int stride, int first, int size, float penalty)
    {
        Size = size;
        for (var i = 0; i < size; i++)
        {
            var row = _matrix.AsSpan(i * _stride, size);
            products.Slice(((first + i) * stride) + first, size).CopyTo(row);
            row[i] += penalty;
        }
    }

    /// <summary>Adds x xᵀ for many x, each a row of <see cref="Size"/> numbers.</summary>
    public void AddProducts(ref float rows, int stride, int count) => AddProducts(ref _matrix[0], _stride, Size, ref rows, stride, count);

    /// <summary>Adds x xᵀ for many x to the upper triangle of a matrix.</summary>
    public static void AddProducts(ref float matrix, int matrixStride, int size, ref float rows, int stride, int count)
    {
        for (var row = 0; row < size; row += RowsPerTile)
        {
            for (var column = row & -Lanes.Count; column < size; column += Lanes.Count)
            {
                ref var target = ref Unsafe.Add(ref matrix, (row * matrixStride) + column);
                AddTile(ref target, matrixStride, ref Unsafe.Add(ref rows, row), ref Unsafe.Add(ref rows, column), stride, count, subtract: false);
            }
        }
    }

    /// <summary>Replaces the right-hand side by the solution. Overwrites the system.</summary>
    public void Solve(ref float right)
    {
        for (var row = 0; row < Size; row += RowsPerTile)
        {
            FactorizePanel(row);
        }

        SubstituteForward(ref right);
        SubstituteBack(ref right);
    }

    /// <summary>Four rows of U, where A = Uᵀ U, from the rows above them.</summary>
    private void FactorizePanel(int row)
    {
        ref var panel = ref Lanes.Row(_matrix, _stride, row);
        var firstColumn = row & -Lanes.Count;
        ref var above = ref _matrix[0];
        for (var column = firstColumn; column < Size; column += Lanes.Count)
        {
            ref var target = ref Unsafe.Add(ref panel, column);
            AddTile(ref target, _stride, ref Unsafe.Add(ref above, row), ref Unsafe.Add(ref above, column), _stride, count: row, subtract: true);
        }

        ref var corner = ref Unsafe.Add(ref panel, row);
        ref var row1 = ref Unsafe.Add(ref panel, _stride);
        ref var row2 = ref Unsafe.Add(ref row1, _stride);
        ref var row3 = ref Unsafe.Add(ref row2, _stride);
        var scale0 = 1 / MathF.Sqrt(corner);
        var u01 = Unsafe.Add(ref corner, 1) * scale0;
        var u02 = Unsafe.Add(ref corner, 2) * scale0;
        var u03 = Unsafe.Add(ref corner, 3) * scale0;
        var scale1 = 1 / MathF.Sqrt(Unsafe.Add(ref row1, row + 1) - (u01 * u01));
        var u12 = (Unsafe.Add(ref row1, row + 2) - (u01 * u02)) * scale1;
        var u13 = (Unsafe.Add(ref row1, row + 3) - (u01 * u03)) * scale1;
        var scale2 = 1 / MathF.Sqrt(Unsafe.Add(ref row2, row + 2) - (u02 * u02) - (u12 * u12));
        var u23 = (Unsafe.Add(ref row2, row + 3) - (u02 * u03) - (u12 * u13)) * scale2;
        var scale3 = 1 / MathF.Sqrt(Unsafe.Add(ref row3, row + 3) - (u03 * u03) - (u13 * u13) - (u23 * u23));
        _reciprocals[row] = scale0;
        _reciprocals[row + 1] = scale1;
        _reciprocals[row + 2] = scale2;
        _reciprocals[row + 3] = scale3;

        for (var column = (nuint)firstColumn; column < (nuint)Size; column += HalfTile)
        {
            var values0 = Vector256.LoadUnsafe(ref panel, column) * scale0;
            var values1 = (Vector256.LoadUnsafe(ref row1, column) - (values0 * u01)) * scale1;
            var values2 = (Vector256.LoadUnsafe(ref row2, column) - (values0 * u02) - (values1 * u12)) * scale2;
            var values3 = (Vector256.LoadUnsafe(ref row3, column) - (values0 * u03) - (values1 * u13) - (values2 * u23)) * scale3;
            values0.StoreUnsafe(ref panel, column);
            values1.StoreUnsafe(ref row1, column);
            values2.StoreUnsafe(ref row2, column);
            values3.StoreUnsafe(ref row3, column);
        }
    }

    /// <summary>Uᵀ y = b. Subtraction works on whole groups, so the solution is kept in another array.</summary>
    private void SubstituteForward(ref float right)
    {
        for (var i = 0; i < Size; i++)
        {
            var solved = Unsafe.Add(ref right, i) * _reciprocals[i];
            _right[i] = solved;
            var start = i & -Lanes.Count;
            Lanes.AddScaled(ref Unsafe.Add(ref right, start), -solved, ref Unsafe.Add(ref Lanes.Row(_matrix, _stride, i), start), Size - start);
        }
    }

    /// <summary>U x = y. Unknowns not solved yet count as 0.</summary>
    private void SubstituteBack(ref float solution)
    {
        for (var i = 0; i < Size; i++)
        {
            Unsafe.Add(ref solution, i) = 0;
        }

        for (var i = Size - 1; i >= 0; i--)
        {
            var start = i & -Lanes.Count;
            var known = Lanes.Dot(ref Unsafe.Add(ref Lanes.Row(_matrix, _stride, i), start), ref Unsafe.Add(ref solution, start), Size - start);
            Unsafe.Add(ref solution, i) = (_right[i] - known) * _reciprocals[i];
        }
    }

    /// <summary>Adds the sum of products of four elements of the left rows with sixteen of the right ones, or subtracts it.</summary>
    private static void AddTile(ref float target, int targetStride, ref float left, ref float right, int stride, int count, bool subtract)
    {
        var (sum00, sum01, sum10, sum11) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        var (sum20, sum21, sum30, sum31) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        for (var i = 0; i < count; i++)
        {
            var values0 = Vector256.LoadUnsafe(ref right);
            var values1 = Vector256.LoadUnsafe(ref right, HalfTile);
            var factors0 = Vector256.Create(left);
            sum00 += factors0 * values0;
            sum01 += factors0 * values1;
            var factors1 = Vector256.Create(Unsafe.Add(ref left, 1));
            sum10 += factors1 * values0;
            sum11 += factors1 * values1;
            var factors2 = Vector256.Create(Unsafe.Add(ref left, 2));
            sum20 += factors2 * values0;
            sum21 += factors2 * values1;
            var factors3 = Vector256.Create(Unsafe.Add(ref left, 3));
            sum30 += factors3 * values0;
            sum31 += factors3 * values1;
            left = ref Unsafe.Add(ref left, stride);
            right = ref Unsafe.Add(ref right, stride);
        }

        AddToRow(ref target, sum00, sum01, subtract);
        AddToRow(ref Unsafe.Add(ref target, targetStride), sum10, sum11, subtract);
        AddToRow(ref Unsafe.Add(ref target, 2 * targetStride), sum20, sum21, subtract);
        AddToRow(ref Unsafe.Add(ref target, 3 * targetStride), sum30, sum31, subtract);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddToRow(ref float target, Vector256<float> sum0, Vector256<float> sum1, bool subtract)
    {
        var old0 = Vector256.LoadUnsafe(ref target);
        var old1 = Vector256.LoadUnsafe(ref target, HalfTile);
        (subtract ? old0 - sum0 : old0 + sum0).StoreUnsafe(ref target);
        (subtract ? old1 - sum1 : old1 + sum1).StoreUnsafe(ref target, HalfTile);
    }
}
