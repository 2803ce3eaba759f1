using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace MovieChain.Ledger.Hashing;

/// <summary>
/// Two vectors of 16 lanes. A single vector would wait for its own results; instructions of the second one fill the gaps, and AVX-512 has
/// enough registers for both.
/// </summary>
internal readonly struct Lanes16X2(Vector512<uint> first, Vector512<uint> second) : ILanes<Lanes16X2>
{
    private readonly Vector512<uint> _first = first;
    private readonly Vector512<uint> _second = second;

    public static int Count => 2 * Vector512<uint>.Count;

    public static bool IsAccelerated => Vector512.IsHardwareAccelerated && Avx512F.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16X2 Broadcast(uint word)
    {
        var words = Vector512.Create(word);
        return new(words, words);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16X2 CountFrom(uint first) =>
        new(Vector512.CreateSequence(first, 1u), Vector512.CreateSequence(first + (uint)Vector512<uint>.Count, 1u));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16X2 operator +(Lanes16X2 x, Lanes16X2 y) => new(x._first + y._first, x._second + y._second);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16X2 Ch(Lanes16X2 x, Lanes16X2 y, Lanes16X2 z) =>
        new(Vector512.ConditionalSelect(x._first, y._first, z._first), Vector512.ConditionalSelect(x._second, y._second, z._second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16X2 Maj(Lanes16X2 x, Lanes16X2 y, Lanes16X2 z) =>
        new(Lane.Maj(x._first, y._first, z._first), Lane.Maj(x._second, y._second, z._second));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16X2 XorOfRotations(Lanes16X2 x, int i, int j, int k) => new(
        Lane.RotateRight(x._first, i) ^ Lane.RotateRight(x._first, j) ^ Lane.RotateRight(x._first, k),
        Lane.RotateRight(x._second, i) ^ Lane.RotateRight(x._second, j) ^ Lane.RotateRight(x._second, k));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16X2 XorOfRotationsAndShift(Lanes16X2 x, int i, int j, int k) => new(
        Lane.RotateRight(x._first, i) ^ Lane.RotateRight(x._first, j) ^ (x._first >>> k),
        Lane.RotateRight(x._second, i) ^ Lane.RotateRight(x._second, j) ^ (x._second >>> k));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FirstNotAbove(Lanes16X2 x, uint limit)
    {
        var limits = Vector512.Create(limit);
        var first = Vector512.LessThanOrEqual(x._first, limits).ExtractMostSignificantBits();
        var second = Vector512.LessThanOrEqual(x._second, limits).ExtractMostSignificantBits();
        return Lane.FirstBit(first | (second << Vector512<uint>.Count), Count);
    }
}

internal readonly struct Lanes8(Vector256<uint> words) : ILanes<Lanes8>
{
    private readonly Vector256<uint> _words = words;

    public static int Count => Vector256<uint>.Count;

    public static bool IsAccelerated => Vector256.IsHardwareAccelerated;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Broadcast(uint word) => new(Vector256.Create(word));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 CountFrom(uint first) => new(Vector256.CreateSequence(first, 1u));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 operator +(Lanes8 x, Lanes8 y) => new(x._words + y._words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Ch(Lanes8 x, Lanes8 y, Lanes8 z) => new(Vector256.ConditionalSelect(x._words, y._words, z._words));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 Maj(Lanes8 x, Lanes8 y, Lanes8 z) => new(Lane.Maj(x._words, y._words, z._words));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 XorOfRotations(Lanes8 x, int i, int j, int k) =>
        new(Lane.RotateRight(x._words, i) ^ Lane.RotateRight(x._words, j) ^ Lane.RotateRight(x._words, k));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 XorOfRotationsAndShift(Lanes8 x, int i, int j, int k) =>
        new(Lane.RotateRight(x._words, i) ^ Lane.RotateRight(x._words, j) ^ (x._words >>> k));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FirstNotAbove(Lanes8 x, uint limit) =>
        Lane.FirstBit(Vector256.LessThanOrEqual(x._words, Vector256.Create(limit)).ExtractMostSignificantBits(), Count);
}

internal readonly struct Lanes4(Vector128<uint> words) : ILanes<Lanes4>
{
    private readonly Vector128<uint> _words = words;

    public static int Count => Vector128<uint>.Count;

    public static bool IsAccelerated => Vector128.IsHardwareAccelerated;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Broadcast(uint word) => new(Vector128.Create(word));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 CountFrom(uint first) => new(Vector128.CreateSequence(first, 1u));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 operator +(Lanes4 x, Lanes4 y) => new(x._words + y._words);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Ch(Lanes4 x, Lanes4 y, Lanes4 z) => new(Vector128.ConditionalSelect(x._words, y._words, z._words));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 Maj(Lanes4 x, Lanes4 y, Lanes4 z) => new(Lane.Maj(x._words, y._words, z._words));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 XorOfRotations(Lanes4 x, int i, int j, int k) =>
        new(Lane.RotateRight(x._words, i) ^ Lane.RotateRight(x._words, j) ^ Lane.RotateRight(x._words, k));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 XorOfRotationsAndShift(Lanes4 x, int i, int j, int k) =>
        new(Lane.RotateRight(x._words, i) ^ Lane.RotateRight(x._words, j) ^ (x._words >>> k));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FirstNotAbove(Lanes4 x, uint limit) =>
        Lane.FirstBit(Vector128.LessThanOrEqual(x._words, Vector128.Create(limit)).ExtractMostSignificantBits(), Count);
}

/// <summary>A single word, for CPUs without vectors.</summary>
internal readonly struct Lanes1(uint word) : ILanes<Lanes1>
{
    private readonly uint _word = word;

    public static int Count => 1;

    public static bool IsAccelerated => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Broadcast(uint word) => new(word);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 CountFrom(uint first) => new(first);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 operator +(Lanes1 x, Lanes1 y) => new(x._word + y._word);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Ch(Lanes1 x, Lanes1 y, Lanes1 z) => new((x._word & y._word) ^ (~x._word & z._word));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 Maj(Lanes1 x, Lanes1 y, Lanes1 z) => new((x._word & y._word) ^ (x._word & z._word) ^ (y._word & z._word));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 XorOfRotations(Lanes1 x, int i, int j, int k) =>
        new(uint.RotateRight(x._word, i) ^ uint.RotateRight(x._word, j) ^ uint.RotateRight(x._word, k));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes1 XorOfRotationsAndShift(Lanes1 x, int i, int j, int k) =>
        new(uint.RotateRight(x._word, i) ^ uint.RotateRight(x._word, j) ^ (x._word >>> k));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FirstNotAbove(Lanes1 x, uint limit) => x._word <= limit ? 0 : Count;
}

/// <summary>Operations for which AVX-512 has an instruction that the JIT compiler does not find by itself, with portable fallbacks.</summary>
file static class Lane
{
    /// <summary>The truth table of the majority, for x = 0xF0, y = 0xCC and z = 0xAA.</summary>
    private const byte MajorityTable = (0xF0 & 0xCC) | (0xF0 & 0xAA) | (0xCC & 0xAA);

    private const int WordBits = 32;

#pragma warning disable CA1857 // The number of bits is a constant after inlining.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> RotateRight(Vector512<uint> x, int bits) =>
        Avx512F.IsSupported ? Avx512F.RotateRight(x, (byte)bits) : (x >>> bits) | (x << (WordBits - bits));

    // Majority: where x and y differ, z decides.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Maj(Vector512<uint> x, Vector512<uint> y, Vector512<uint> z) =>
        Avx512F.IsSupported ? Avx512F.TernaryLogic(x, y, z, MajorityTable) : Vector512.ConditionalSelect(x ^ y, z, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> RotateRight(Vector256<uint> x, int bits) =>
        Avx512F.VL.IsSupported ? Avx512F.VL.RotateRight(x, (byte)bits) : (x >>> bits) | (x << (WordBits - bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Maj(Vector256<uint> x, Vector256<uint> y, Vector256<uint> z) =>
        Avx512F.VL.IsSupported ? Avx512F.VL.TernaryLogic(x, y, z, MajorityTable) : Vector256.ConditionalSelect(x ^ y, z, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> RotateRight(Vector128<uint> x, int bits) =>
        Avx512F.VL.IsSupported ? Avx512F.VL.RotateRight(x, (byte)bits) : (x >>> bits) | (x << (WordBits - bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> Maj(Vector128<uint> x, Vector128<uint> y, Vector128<uint> z) =>
        Avx512F.VL.IsSupported ? Avx512F.VL.TernaryLogic(x, y, z, MajorityTable) : Vector128.ConditionalSelect(x ^ y, z, y);
#pragma warning restore CA1857

    /// <summary>Index of the lowest 1 bit; <paramref name="lanes"/> if there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FirstBit(ulong bits, int lanes) => BitOperations.TrailingZeroCount(bits | (1UL << lanes));
}
