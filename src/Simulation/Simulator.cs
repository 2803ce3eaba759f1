using System.Collections.Immutable;
using MovieChain.Ledger;

namespace MovieChain.Simulation;

/// <summary>Runs simulations.</summary>
internal static class Simulator
{
    /// <summary>
    /// Runs all weeks for their profits alone: the chain is unsealed, unmined and unsigned, and no model's error is measured. Slates, orders
    /// and profits are those of <see cref="Run"/>.
    /// </summary>
    /// <param name="options">All that decides the results.</param>
    /// <param name="world">The films and members of these options.</param>
    /// <param name="workers">Thread budget; never affects results.</param>
    /// <exception cref="ArgumentException">The world was drawn for other options.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static ImmutableArray<WeekResult> RunWeeks(SimulationOptions options, World world, Workers workers)
    {
        if (!world.IsThatOf(options))
        {
            throw new ArgumentException("The world was drawn for other options.", nameof(world));
        }

        var bare = options with { Difficulty = new Difficulty(0), Seal = false };
        var loop = new WeeklyLoop(bare, workers, new UnsignedBlocks(), world, validates: false);
        var state = loop.Begin();
        var weeks = ImmutableArray.CreateBuilder<WeekResult>(options.Weeks);
        for (var number = 1; number <= options.Weeks; number++)
        {
            workers.Cancellation.ThrowIfCancellationRequested();
            (state, var result) = loop.Run(state, new Week(number));
            weeks.Add(result);
        }

        return weeks.MoveToImmutable();
    }

    /// <summary>Runs all weeks and verifies the chain from genesis.</summary>
    /// <param name="options">All that decides the results.</param>
    /// <param name="workers">Thread budget; never affects results.</param>
    /// <param name="progress">Receives each finished week; may be null.</param>
    /// <param name="maker">Makes the blocks; null to mine them and keep them in memory.</param>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static SimulationResult Run(SimulationOptions options, Workers workers, IProgress<WeekResult>? progress = null, IBlockMaker? maker = null)
    {
        var loop = new WeeklyLoop(options, workers, maker ?? new Miner(workers));
        var state = loop.Begin();
        var weeks = ImmutableArray.CreateBuilder<WeekResult>(options.Weeks);
        for (var number = 1; number <= options.Weeks; number++)
        {
            workers.Cancellation.ThrowIfCancellationRequested();
            (state, var result) = loop.Run(state, new Week(number));
            weeks.Add(result);
            progress?.Report(result);
        }

        return new SimulationResult(options, weeks.MoveToImmutable(), state.Chain, ChainVerifier.FindFault(state.Chain.Blocks));
    }
}
