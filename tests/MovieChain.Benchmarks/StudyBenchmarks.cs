using BenchmarkDotNet.Attributes;
using MovieChain.Exchange;
using MovieChain.Experiments;
using MovieChain.Simulation;

namespace MovieChain.Benchmarks;

/// <summary>A comparison of two access rules at the default size, of eight replications: so many that every thread has work. An operation is one run of
/// 20 weeks, of which the study makes sixteen.</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 1, iterationCount: 5)]
public class StudyBenchmarks
{
    private const int Replications = 8;
    private const int Regimes = 2;

    /// <summary>How many threads share the replications.</summary>
    [Params(1, 2)]
    public int Threads { get; set; }

    [Benchmark(OperationsPerInvoke = Replications * Regimes)]
    public object Compare()
    {
        var market = new SimulationOptions();
        var providers = market.Providers.Length;
        return ComparisonStudy.Run(
            [new Regime("own", market with { Access = AccessRule.Own(providers) }), new Regime("notebook", market with { Access = AccessRule.Notebook(providers) })],
            new StudySettings(Seed: 1, Replications, HalfWidth: null, IntervalMethod.T),
            tunes: false,
            new Workers(Threads));
    }
}
