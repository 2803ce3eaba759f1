using BenchmarkDotNet.Attributes;
using MovieChain.Ledger;
using MovieChain.Simulation;

namespace MovieChain.Benchmarks;

/// <summary>The sixth week of a default run, from vending to drift, with the matrix factorization trained. An operation is one week.</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 2, iterationCount: 5)]
public class WeekBenchmarks
{
    private const int Before = 5;

    private WeeklyLoop _loop = null!;
    private SimulationState _state = null!;

    /// <summary>How many members each of the three providers has.</summary>
    [Params(100, 100_000)]
    public int Customers { get; set; }

    [GlobalSetup]
    public void RunWeeksBefore()
    {
        var options = new SimulationOptions();
        options = options with { Providers = [.. options.Providers.Select(provider => provider with { Customers = Customers })] };
        var workers = new Workers(Environment.ProcessorCount);
        _loop = new WeeklyLoop(options, workers, new Miner(workers));
        _state = _loop.Begin();
        for (var number = 1; number <= Before; number++)
        {
            (_state, _) = _loop.Run(_state, new Week(number));
        }
    }

    [Benchmark]
    public object Week() => _loop.Run(_state, new Week(Before + 1)).Result;
}
