using System.Globalization;
using MovieChain.Ledger;
using MovieChain.Simulation;
using Spectre.Console;

namespace MovieChain.CommandLine.Runs;

/// <summary>Runs a simulation under a progress bar of weeks.</summary>
internal static class WeekProgress
{
    public static SimulationResult Run(SimulationOptions options, Workers workers, IBlockMaker maker, bool isShown) =>
        Terminal.WithProgress(isShown, progress => Simulator.Run(
            options, workers, progress is null ? null : new Bar(progress.AddTask("Week 1", maxValue: options.Weeks), options.Weeks), maker));

    /// <summary>Moves the bar on the reporting thread, unlike <see cref="Progress{T}"/>, so that it never moves back.</summary>
    private sealed class Bar(ProgressTask task, int weeks) : IProgress<WeekResult>
    {
        public void Report(WeekResult value)
        {
            task.Description = string.Create(CultureInfo.InvariantCulture, $"Week {Math.Min(value.Week.Number + 1, weeks)} of {weeks}");
            task.Increment(1);
        }
    }
}
