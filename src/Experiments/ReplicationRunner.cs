using System.Collections.Immutable;
using MovieChain.Randomness;
using MovieChain.Simulation;

namespace MovieChain.Experiments;

/// <summary>
/// Runs replications side by side, as many as there are threads. Each runs all regimes one after the other, so that they can share random
/// draws. Where there are more threads than replications, each run gets its share of them.
/// </summary>
internal sealed class ReplicationRunner
{
    private readonly ImmutableArray<SimulationOptions> _regimes;
    private readonly int[] _worldOf;
    private readonly long _root;
    private readonly StreamPurpose _purpose;
    private readonly Workers _workers;
    private readonly Action _ran;

    /// <param name="regimes">What decides the results of each regime, but for the seed.</param>
    /// <param name="root">The study's root seed.</param>
    /// <param name="purpose">What the replications' seeds are drawn for.</param>
    /// <param name="workers">Thread budget; never affects results.</param>
    /// <param name="ran">Called after each run, from any thread.</param>
    public ReplicationRunner(ImmutableArray<SimulationOptions> regimes, long root, StreamPurpose purpose, Workers workers, Action ran)
    {
        _regimes = regimes;
        _root = root;
        _purpose = purpose;
        _workers = workers;
        _ran = ran;
        _worldOf = new int[regimes.Length];
        for (var regime = 0; regime < regimes.Length; regime++)
        {
            _worldOf[regime] = Enumerable.Range(0, regime + 1).First(earlier => World.AreAlike(regimes[earlier], regimes[regime]));
        }
    }

    /// <summary>The replications of some numbers, in order.</summary>
    /// <param name="first">The first one's number, from 1.</param>
    /// <param name="count">How many.</param>
    public ImmutableArray<Replication> Run(int first, int count)
    {
        var replications = new Replication[count];
        var atOnce = Math.Min(count, _workers.Threads);
        var inside = _workers with { Threads = Math.Max(1, _workers.Threads / Math.Max(1, count)) };
        var taken = -1;

        // Each thread takes the next replication when it is through with one: in fixed shares, the slowest share would be waited for.
        _workers.ForRanges(atOnce, rangeLength: 1, (_, _) =>
        {
            for (var i = Interlocked.Increment(ref taken); i < count; i = Interlocked.Increment(ref taken))
            {
                replications[i] = Run(first + i, inside);
            }
        });
        return [.. replications];
    }

    private Replication Run(int number, Workers workers)
    {
        var seed = ReplicationSeeds.Of(_root, _purpose, number);
        var worlds = new World?[_regimes.Length];
        var outcomes = ImmutableArray.CreateBuilder<Outcome>(_regimes.Length);
        for (var regime = 0; regime < _regimes.Length; regime++)
        {
            workers.Cancellation.ThrowIfCancellationRequested();
            var options = _regimes[regime] with { Seed = seed };
            var world = worlds[_worldOf[regime]] ??= World.Draw(options, workers);
            outcomes.Add(Outcome.Of(Simulator.RunWeeks(options, world, workers)));
            _ran();
        }

        return new Replication(number, seed, outcomes.MoveToImmutable());
    }
}
