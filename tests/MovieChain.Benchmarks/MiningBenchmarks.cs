using System.Buffers.Binary;
using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using MovieChain.Ledger;

namespace MovieChain.Benchmarks;

/// <summary>Attempts of proof of work on one thread, by the number of lanes. An operation is one attempt.</summary>
[OperationsPerSecond]
public class MiningBenchmarks
{
    private const int Attempts = 1 << 16;

    private readonly BlockHeader _header = new(new Difficulty(8), height: 0, time: 0, previous: default, Hash256.Of([1]), nonce: 0);

    [Benchmark(Baseline = true, OperationsPerInvoke = Attempts)]
    public uint HashData()
    {
        Span<byte> bytes = stackalloc byte[BlockHeader.Length];
        Span<byte> hash = stackalloc byte[Hash256.Length];
        _header.Bytes.CopyTo(bytes);
        var lowest = uint.MaxValue;
        for (ulong nonce = 0; nonce < Attempts; nonce++)
        {
            BinaryPrimitives.WriteUInt64BigEndian(bytes[^sizeof(ulong)..], nonce);
            SHA256.HashData(bytes, hash);
            lowest = Math.Min(lowest, BinaryPrimitives.ReadUInt32BigEndian(hash));
        }

        return lowest;
    }

    [Benchmark(OperationsPerInvoke = Attempts)]
    public ulong? Lanes1() => Search(lanes: 1);

    [Benchmark(OperationsPerInvoke = Attempts)]
    public ulong? Lanes4() => Search(lanes: 4);

    [Benchmark(OperationsPerInvoke = Attempts)]
    public ulong? Lanes8() => Search(lanes: 8);

    [Benchmark(OperationsPerInvoke = Attempts)]
    public ulong? Lanes16X2() => Search(lanes: 32);

    private ulong? Search(int lanes) => Machine.PathOf(lanes).FindLowestNonce(_header, limit: 0, start: 0, Attempts);
}
