namespace MovieChain.Learning;

/// <summary>
/// How long decisions last: the probability that a member still decides about a film as it did some weeks ago. Estimated from how often a
/// film that was offered again met another decision; where tastes stand still that never happens, and nothing is ever forgotten.
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

    /// <summary>The persistence of the decisions on record. Most films that are offered again are offered every week, so that a
    /// repetition stands for a week.</summary>
    public static Persistence Of(Interactions interactions) =>
        new(interactions.MixedPairCount / (float)Math.Max(1, interactions.Lines - interactions.PairCount));

    /// <summary>The probability that a decision still holds, 0 to 1; 1 for one of this week.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="now">The week in question.</param>
    public float Of(Decision decision, Week now) => _afterWeeks[Math.Clamp(now.Number - decision.Week.Number, 0, Week.MaxNumber)];

    /// <summary>A pair's last decision, weighted by the probability that it still holds.</summary>
    public WeightedDecision Weigh(Interaction pair, Week now) => new(pair.Film, pair.Last.Bought, Of(pair.Last, now));
}
