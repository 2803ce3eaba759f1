using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace MovieChain.Ledger.Hashing;

/// <summary>Per-thread memory for words that do not fit into registers, aligned so that no vector crosses a cache line.</summary>
internal static class Scratch<TLanes>
    where TLanes : struct, ILanes<TLanes>
{
    private const int CacheLine = 64;
    private const int Length = 192;

    [ThreadStatic]
    private static byte[]? _bytes;

    /// <summary>Words with undefined contents.</summary>
    public static Span<TLanes> Words
    {
        get
        {
            var length = Length * Unsafe.SizeOf<TLanes>();
            var bytes = _bytes ??= GC.AllocateUninitializedArray<byte>(length + CacheLine, pinned: true);
            var misaligned = (int)(Marshal.UnsafeAddrOfPinnedArrayElement(bytes, 0) % CacheLine);
            return MemoryMarshal.Cast<byte, TLanes>(bytes.AsSpan((CacheLine - misaligned) % CacheLine, length));
        }
    }
}
