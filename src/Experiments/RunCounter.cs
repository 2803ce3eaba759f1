namespace MovieChain.Experiments;

/// <summary>Counts the runs of a phase of a study, on whatever thread they end.</summary>
/// <param name="phase">What the phase is called.</param>
/// <param name="total">How many runs it has at most.</param>
/// <param name="progress">Who is told; may be null.</param>
internal sealed class RunCounter(string phase, long total, IProgress<StudyProgress>? progress)
{
    private readonly Lock _lock = new();
    private long _done;

    /// <summary>One run more is done.</summary>
    public void Count()
    {
        // Under the lock, so that what is reported never goes back.
        lock (_lock)
        {
            progress?.Report(new StudyProgress(phase, ++_done, total));
        }
    }
}
