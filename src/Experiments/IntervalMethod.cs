namespace MovieChain.Experiments;

/// <summary>The method of an interval.</summary>
internal enum IntervalMethod
{
    /// <summary>By Student's t distribution.</summary>
    T,

    /// <summary>By the bias-corrected and accelerated bootstrap.</summary>
    Bca,
}
