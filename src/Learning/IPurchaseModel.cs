namespace MovieChain.Learning;

/// <summary>Predicts purchases from what was learned. <see cref="LearnedSlates"/> makes slates of the predictions.</summary>
internal interface IPurchaseModel
{
    /// <summary>How many weeks after the offer a purchase is counted on, where films are rented: 0 ranks films by price × probability.</summary>
    float WeeksAhead { get; }

    /// <summary>All films, best first, for members without records.</summary>
    FilmId[] RankForColdStart();

    /// <summary>Predicts for every film the probability that a member with records buys it. Called from several threads at once.</summary>
    /// <param name="row">The member's row in the records.</param>
    /// <param name="decisions">The member's last decision about each film that it was offered.</param>
    /// <param name="probabilities">Receives a probability for each film. Values outside 0 to 1 count as 0 or 1.</param>
    void Predict(int row, ReadOnlySpan<WeightedDecision> decisions, Span<float> probabilities);
}
