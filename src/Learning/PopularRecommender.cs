using MovieChain.Catalogue;

namespace MovieChain.Learning;

/// <summary>Slates by past takings, the same for everybody: a baseline without personalization.</summary>
internal sealed class PopularRecommender(FilmCatalogue catalogue) : IRecommender
{
    public Learned Learn(Interactions interactions, Learned? previous, Workers workers) =>
        new Learned(PopularSlate.From(interactions, catalogue), interactions.Lines, ValidationRmse: null);
}
