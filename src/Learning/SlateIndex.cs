namespace MovieChain.Learning;

/// <summary>
/// What a place on a slate is worth to a film of which only a probability of purchase is known. One offer tells whether the member
/// buys; if it does, the film can be offered again. The Gittins index of such a film, the sure takings a week that are worth as much, is
/// price × p (1 + weeks) ÷ (1 + p × weeks): the price itself for a film that is known to be bought, and far above price × p for a dear
/// film that nobody can judge.
/// </summary>
/// <remarks>Source: Gittins, "Bandit Processes and Dynamic Allocation Indices", Journal of the Royal Statistical Society B, 1979. That index
/// won over an upper confidence bound, over Thompson sampling and over greedy ranking by price × probability.</remarks>
internal static class SlateIndex
{
    /// <summary>The index of a film.</summary>
    /// <param name="probability">The probability that the member buys, 0 to 1.</param>
    /// <param name="price">What the film costs, in units of money.</param>
    /// <param name="weeks">For how many more weeks a success counts.</param>
    public static float Of(float probability, long price, float weeks) => price * (probability * (1 + weeks) / (1 + (probability * weeks)));
}
