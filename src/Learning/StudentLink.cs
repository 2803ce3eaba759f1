namespace MovieChain.Learning;

/// <summary>
/// How a score becomes a probability: the distribution function of Student's t with two degrees of freedom. It stands in for the probit and
/// the logistic function because it needs nothing beyond a square root, which is the same on every machine; and its heavy tails forgive a
/// decision that fits nothing else.
/// </summary>
internal static class StudentLink
{
    /// <summary>Beyond this, a score is as good as certain and tells nothing more.</summary>
    private const float MaxScore = 100;

    /// <summary>The probability of a purchase at a score.</summary>
    public static float Probability(float score) => 0.5f * (1 + (score / MathF.Sqrt(2 + (score * score))));

    /// <summary>How the logarithm of a decision's probability changes with the score, and how much the decision tells of the score (Fisher's
    /// information, above 0).</summary>
    public static (float Gradient, float Information) Slope(float score, bool bought)
    {
        score = Math.Clamp(score, -MaxScore, MaxScore);
        var square = 2 + (score * score);
        var root = MathF.Sqrt(square);
        return ((bought ? root - score : -root - score) / square, 2 / (square * square));
    }
}
