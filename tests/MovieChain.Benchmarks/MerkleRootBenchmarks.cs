using BenchmarkDotNet.Attributes;
using MovieChain.Ledger;

namespace MovieChain.Benchmarks;

/// <summary>The Merkle root of a large block's records, by the number of lanes. An operation is one record.</summary>
[OperationsPerSecond]
public class MerkleRootBenchmarks
{
    private const int Records = 10_000;
    private const int RecordLength = 55;

    private readonly RecordList _records = Make();

    [Benchmark(Baseline = true, OperationsPerInvoke = Records)]
    public object HashData() => MerkleTree.Root(_records, Machine.PathOf(lanes: 1));

    [Benchmark(OperationsPerInvoke = Records)]
    public object Lanes4() => MerkleTree.Root(_records, Machine.PathOf(lanes: 4));

    [Benchmark(OperationsPerInvoke = Records)]
    public object Lanes8() => MerkleTree.Root(_records, Machine.PathOf(lanes: 8));

    [Benchmark(OperationsPerInvoke = Records)]
    public object Lanes16X2() => MerkleTree.Root(_records, Machine.PathOf(lanes: 32));

    private static RecordList Make()
    {
        var records = new RecordList.Builder();
        for (var i = 0; i < Records; i++)
        {
            records.Add(RecordLength).Fill((byte)i);
        }

        return records.Build();
    }
}
