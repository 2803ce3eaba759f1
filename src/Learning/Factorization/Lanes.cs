using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MovieChain.Learning.Factorization;

/// <summary>
/// Arithmetic on rows of whole groups of sixteen numbers. In a sum across a row, element i belongs to lane i modulo sixteen, and the lanes
/// are added in one fixed order; nothing is fused. Machines with narrower vectors, or none, have the same lanes and give the same bits.
/// </summary>
internal static class Lanes
{
    /// <summary>The numbers in a group.</summary>
    public const int Count = 16;

    private const int Half = Count / 2;

    /// <summary>A length, rounded up to whole groups.</summary>
    public static int RoundUp(int length) => (length + Count - 1) / Count * Count;

    /// <summary>The first element of a row of a matrix stored row by row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref float Row(float[] matrix, int stride, int row) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(matrix), (nint)row * stride);

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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy(ref float source, ref float target, int length)
    {
        for (nuint i = 0; i < (nuint)length; i += Half)
        {
            Vector256.LoadUnsafe(ref source, i).StoreUnsafe(ref target, i);
        }
    }
}
