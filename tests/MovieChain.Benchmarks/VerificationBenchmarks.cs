using BenchmarkDotNet.Attributes;
using MovieChain.Ledger;
using MovieChain.Simulation;

namespace MovieChain.Benchmarks;

/// <summary>Verifying the file of a sealed chain of 3 × 10,000 members over four weeks. An operation is one order, 57 bytes of the file.</summary>
[OperationsPerSecond]
public class VerificationBenchmarks
{
    private const int Customers = 10_000;
    private const int Weeks = 4;
    private const int Orders = 3 * Customers * Weeks;

    private string _folder = "";
    private string _path = "";

    /// <summary>How many threads compute Merkle roots.</summary>
    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void WriteChain()
    {
        _folder = Directory.CreateTempSubdirectory("moviechain-").FullName;
        _path = Path.Combine(_folder, "run.chain");
        var options = new SimulationOptions { Weeks = Weeks, Recommender = Recommenders.Find("random")!, Consent = 1 };
        options = options with { Providers = [.. options.Providers.Select(provider => provider with { Customers = Customers })] };
        using var writer = ChainFileWriter.Create(_path);
        foreach (var block in Simulator.Run(options, new Workers(Environment.ProcessorCount)).Chain.Blocks)
        {
            writer.Append(block);
        }
    }

    [GlobalCleanup]
    public void DeleteChain() => Directory.Delete(_folder, recursive: true);

    [Benchmark(OperationsPerInvoke = Orders)]
    public object Verify()
    {
        using var reader = new ChainFileReader(_path);
        var found = ChainFile.Verify(reader, new Workers(Threads));
        return found.Fault is null ? found : throw new InvalidOperationException($"The chain has a fault: {found.Fault}");
    }
}
