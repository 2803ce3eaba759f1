namespace MovieChain.Learning;

/// <summary>A member's last decision about a film.</summary>
/// <param name="Film">The film.</param>
/// <param name="Bought">Whether the member bought.</param>
/// <param name="Weight">The probability that the decision still holds, 0 to 1.</param>
internal readonly record struct WeightedDecision(FilmId Film, bool Bought, float Weight)
{
    /// <summary>The probability of a purchase: the decision as far as it still holds, and the prediction for the rest.</summary>
    public float Blend(float predicted) => (Weight * (Bought ? 1 : 0)) + ((1 - Weight) * predicted);
}
