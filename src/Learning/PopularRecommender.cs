using MovieChain.Catalogue;

namespace MovieChain.Learning;

/// <summary>The higher floor: offers everybody what sells best.</summary>
internal sealed class PopularRecommender(FilmCatalogue catalogue) : IRecommender
{
    /// <inheritdoc/>
    public Learned Learn(Interactions interactions, Learned? previous, Workers workers)
    {
        return new Learned(PopularSlate.From(interactions, catalogue), interactions.Lines, ValidationRmse: null);
    }
}
