namespace MovieChain.Experiments;

/// <summary>How an interval is found.</summary>
internal enum IntervalMethod
{
    /// <summary>By Student's t distribution.</summary>
    T,

    /// <summary>By the bias-corrected and accelerated bootstrap.</summary>
    Bca,
}
