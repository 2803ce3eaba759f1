namespace MovieChain.Learning;

/// <summary>Learns from what a provider has imported what to offer next.</summary>
internal interface IRecommender
{
    /// <summary>Learns from all that has been imported so far.</summary>
    /// <param name="interactions">All that has been imported.</param>
    /// <param name="previous">What was learned the week before, to start from; null in the first week.</param>
    /// <param name="workers">Who does the work.</param>
    Learned Learn(Interactions interactions, Learned? previous, Workers workers);
}
