namespace MovieChain.Learning;

/// <summary>
/// How a score becomes a probability: the distribution function of Student's t with two degrees of freedom. It stands in for the probit and
/// the logistic function because it needs nothing beyond a square root, which is the same on every machine; and its heavy tails forgive a
/// decision that fits nothing else.
/// </summary>
internal static class StudentLink
{
    /// <summary>The probability of a purchase at a score.</summary>
    public static float Probability(float score) => 0.5f * (1 + (score / MathF.Sqrt(2 + (score * score))));
}
