namespace MovieChain.Learning;

/// <summary>Learns a slate policy from a provider's records.</summary>
internal interface IRecommender
{
    /// <summary>Learns from all records so far.</summary>
    /// <param name="interactions">All records that the provider reads.</param>
    /// <param name="previous">The result of the week before, for a warm start; null in the first week.</param>
    /// <param name="workers">Thread budget; never affects results.</param>
    Learned Learn(Interactions interactions, Learned? previous, Workers workers);
}
