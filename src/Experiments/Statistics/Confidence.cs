namespace MovieChain.Experiments.Statistics;

/// <summary>How sure the statements of a study are meant to be.</summary>
internal static class Confidence
{
    /// <summary>How often an interval is to hold what it estimates.</summary>
    public const double Level = 0.95;

    /// <summary>The p below which a mean is said not to be 0: where the interval leaves 0 out.</summary>
    public const double Significance = 0.05;
}
