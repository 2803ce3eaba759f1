using BenchmarkDotNet.Running;
using MovieChain.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(MiningBenchmarks).Assembly).Run(args);
