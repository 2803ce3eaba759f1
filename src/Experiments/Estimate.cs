namespace MovieChain.Experiments;

/// <summary>An estimated mean with its 95 % interval, in units of money.</summary>
/// <param name="Mean">The mean over the replications.</param>
/// <param name="Low">The lower end of the interval.</param>
/// <param name="High">The upper end of the interval.</param>
/// <param name="P">The two-sided p that the mean is 0, not adjusted for other estimates; 1 where every value is exactly 0.</param>
internal readonly record struct Estimate(double Mean, double Low, double High, double P)
{
    /// <summary>Half the interval's length.</summary>
    public double HalfWidth => (High - Low) / 2;
}
