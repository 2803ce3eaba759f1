using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MovieChain.Learning.Factorization;

/// <summary>
/// Arithmetic on rows of whole groups of sixteen numbers. Where a sum runs across a row, element i goes to lane i modulo sixteen, and the
/// lanes are added up in one fixed order; nothing is fused. A machine whose vectors are narrower than the type used here, or that has
/// none, has the same lanes and so the same bits.
/// </summary>
internal static class Lanes
{
    /// <summary>How many numbers a group has.</summary>
    public const int Count = 16;

    private const int Half = Count / 2;

    /// <summary>The least number of whole groups that holds a length, in numbers.</summary>
    public static int RoundUp(int length) => (length + Count - 1) / Count * Count;

    /// <summary>The first element of a row of a matrix that lies row by row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref float Row(float[] matrix, int stride, int row) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(matrix), (nint)row * stride);

    /// <summary>The dot product of two rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Dot(ref float first, ref float second, int length)
    {
        var low = Vector256<float>.Zero;
        var high = Vector256<float>.Zero;
        for (nuint i = 0; i < (nuint)length; i += Count)
        {
            low += Vector256.LoadUnsafe(ref first, i) * Vector256.LoadUnsafe(ref second, i);
            high += Vector256.LoadUnsafe(ref first, i + Half) * Vector256.LoadUnsafe(ref second, i + Half);
        }

        var eight = low + high;
        var four = eight.GetLower() + eight.GetUpper();
        return four.GetElement(0) + four.GetElement(2) + (four.GetElement(1) + four.GetElement(3));
    }

    /// <summary>Adds a multiple of one row to another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddScaled(ref float sums, float factor, ref float values, int length)
    {
        var factors = Vector256.Create(factor);
        for (nuint i = 0; i < (nuint)length; i += Half)
        {
            (Vector256.LoadUnsafe(ref sums, i) + (factors * Vector256.LoadUnsafe(ref values, i))).StoreUnsafe(ref sums, i);
        }
    }

    /// <summary>Adds a multiple of each of many rows to one, in the order of the rows.</summary>
    public static void AddAllScaled(ref float sums, ReadOnlySpan<float> factors, ref float rows, int stride, int length)
    {
        for (var column = 0; column < length; column += Count)
        {
            ref var target = ref Unsafe.Add(ref sums, column);
            ref var values = ref Unsafe.Add(ref rows, column);
            var low = Vector256.LoadUnsafe(ref target);
            var high = Vector256.LoadUnsafe(ref target, Half);
            foreach (var factor in factors)
            {
                low += factor * Vector256.LoadUnsafe(ref values);
                high += factor * Vector256.LoadUnsafe(ref values, Half);
                values = ref Unsafe.Add(ref values, stride);
            }

            low.StoreUnsafe(ref target);
            high.StoreUnsafe(ref target, Half);
        }
    }

    /// <summary>Copies a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy(ref float source, ref float target, int length)
    {
        for (nuint i = 0; i < (nuint)length; i += Half)
        {
            Vector256.LoadUnsafe(ref source, i).StoreUnsafe(ref target, i);
        }
    }
}
