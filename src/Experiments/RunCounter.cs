namespace MovieChain.Experiments;

/// <summary>Counts the runs of a phase of a study, from any thread.</summary>
/// <param name="phase">What the phase is called.</param>
/// <param name="total">How many runs it has at most.</param>
/// <param name="progress">The receiver; may be null.</param>
internal sealed class RunCounter(string phase, long total, IProgress<StudyProgress>? progress)
{
    private readonly Lock _lock = new();
    private long _done;

    /// <summary>One run more is done.</summary>
    public void Count()
    {
        // Under the lock, so that reported numbers never decrease.
        lock (_lock)
        {
            progress?.Report(new StudyProgress(phase, ++_done, total));
        }
    }
}
