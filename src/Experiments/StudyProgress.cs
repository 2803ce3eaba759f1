namespace MovieChain.Experiments;

/// <summary>How far a study has come.</summary>
/// <param name="Phase">Its name.</param>
/// <param name="Done">Runs of the phase that are done.</param>
/// <param name="Total">Runs that the phase has at most.</param>
internal readonly record struct StudyProgress(string Phase, long Done, long Total);
