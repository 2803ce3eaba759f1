using MovieChain.Experiments;
using Spectre.Console;

namespace MovieChain.CommandLine.Studies;

/// <summary>Runs a study under a progress bar for each of its phases.</summary>
internal static class PhaseProgress
{
    public static T Run<T>(bool isShown, Func<IProgress<StudyProgress>?, T> study) =>
        Terminal.WithProgress(isShown, progress => study(progress is null ? null : new Bars(progress)));

    /// <summary>Moves the bars on the reporting threads, one at a time, so that none moves back.</summary>
    private sealed class Bars(ProgressContext progress) : IProgress<StudyProgress>
    {
        private readonly Lock _lock = new();
        private readonly Dictionary<string, ProgressTask> _bars = [];

        public void Report(StudyProgress value)
        {
            lock (_lock)
            {
                if (!_bars.TryGetValue(value.Phase, out var bar))
                {
                    bar = progress.AddTask(Markup.Escape(value.Phase), maxValue: value.Total);
                    _bars.Add(value.Phase, bar);
                }

                bar.Value = Math.Max(bar.Value, value.Done);
            }
        }
    }
}
