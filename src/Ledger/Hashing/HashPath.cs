using System.Collections.Immutable;

namespace MovieChain.Ledger.Hashing;

/// <summary>Implementation of SHA-256 for many hashes at a time. All give the same results; the CPU decides which is fastest.</summary>
internal abstract class HashPath(string name)
{
    /// <summary>All implementations, fastest first. The last one runs on any CPU.</summary>
    public static ImmutableArray<HashPath> All { get; } =
    [
        new Of<Lanes16X2>("Vector512, 16 lanes x 2"),
        new Of<Lanes8>("Vector256, 8 lanes"),
        new Of<Lanes4>("Vector128, 4 lanes"),
        new Of<Lanes1>("scalar"),
    ];

    /// <summary>The fastest implementation for this CPU.</summary>
    public static HashPath Best { get; } = All.First(path => path.IsAvailable);

    public string Name { get; } = name;

    /// <summary>Number of hashes computed at a time.</summary>
    public abstract int Lanes { get; }

    /// <summary>Whether this CPU has the instructions. Without them the results are the same, but slow.</summary>
    public abstract bool IsAvailable { get; }

    /// <summary>See <see cref="NonceSearch{TLanes}.FindLowest"/>.</summary>
    public abstract ulong? FindLowestNonce(BlockHeader header, uint limit, ulong start, ulong count);

    /// <summary>See <see cref="MessageHashing{TLanes}.HashAll"/>.</summary>
    public abstract void HashAll(byte prefix, int count, MessageAt messageAt, Span<byte> hashes);

    private sealed class Of<TLanes>(string name) : HashPath(name)
        where TLanes : struct, ILanes<TLanes>
    {
        public override int Lanes => TLanes.Count;

        public override bool IsAvailable => TLanes.IsAccelerated;

        public override ulong? FindLowestNonce(BlockHeader header, uint limit, ulong start, ulong count) =>
            NonceSearch<TLanes>.FindLowest(header, limit, start, count);

        public override void HashAll(byte prefix, int count, MessageAt messageAt, Span<byte> hashes) =>
            MessageHashing<TLanes>.HashAll(prefix, count, messageAt, hashes);
    }
}
