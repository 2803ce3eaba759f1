namespace MovieChain.Learning;

/// <summary>
/// The link function from a score to a probability: the distribution function of Student's t with two degrees of freedom. Unlike probit and
/// logit it needs only a square root, which gives the same bits on every machine; its heavy tails limit the influence of outliers.
/// </summary>
internal static class StudentLink
{
    /// <summary>Scores are clamped to this range: the probability is almost 0 or 1 there.</summary>
    private const float MaxScore = 100;

    public static float Probability(float score) => 0.5f * (1 + (score / MathF.Sqrt(2 + (score * score))));

    /// <summary>The derivative of the decision's log-likelihood by the score, and the Fisher information about the score, above 0.</summary>
    public static (float Gradient, float Information) Slope(float score, bool bought)
    {
        score = Math.Clamp(score, -MaxScore, MaxScore);
        var square = 2 + (score * score);
        var root = MathF.Sqrt(square);
        return ((bought ? root - score : -root - score) / square, 2 / (square * square));
    }
}
