namespace MovieChain.Evaluation;

/// <summary>Where the candidates of the test rows come from.</summary>
internal enum CandidateSource
{
    /// <summary>Drawn for each test row among the films that its user has not rated.</summary>
    Sampled,
    /// <summary>All films that the user has not rated.</summary>
    All,
    /// <summary>Listed in a file.</summary>
    File,
}
