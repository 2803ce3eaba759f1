namespace MovieChain.Learning;

/// <summary>
/// The probability that a member still decides about a film as it did some weeks ago: (1 − c) to the power of the weeks. The weekly rate of
/// change c is the number of pairs with both decisions, divided by the number of repeated offers. Where tastes are fixed, c is 0.
/// </summary>
internal sealed class Persistence
{
    private readonly float[] _afterWeeks = new float[Week.MaxNumber + 1];

    private Persistence(float change)
    {
        var lasting = 1f;
        foreach (ref var probability in _afterWeeks.AsSpan())
        {
            probability = lasting;
            lasting *= 1 - change;
        }
    }

    /// <summary>Estimates the rate of change. A repeated offer counts as one week, for most repeats come a week later.</summary>
    public static Persistence Of(Interactions interactions) =>
        new(interactions.MixedPairCount / (float)Math.Max(1, interactions.Lines - interactions.PairCount));

    /// <summary>The probability that a decision still holds; 1 in its own week and before.</summary>
    public float Of(Decision decision, Week now) => _afterWeeks[Math.Clamp(now.Number - decision.Week.Number, 0, Week.MaxNumber)];

    /// <summary>A pair's last decision, weighted by the probability that it still holds.</summary>
    public WeightedDecision Weigh(Interaction pair, Week now) => new(pair.Film, pair.Last.Bought, Of(pair.Last, now));
}
