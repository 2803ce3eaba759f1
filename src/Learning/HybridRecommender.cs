using MovieChain.Catalogue;
using MovieChain.Learning.Traits;
using MovieChain.Randomness;

namespace MovieChain.Learning;

/// <summary>Regression of each member's decisions on the films' public traits: genres, selection criteria and, as one of them, the price.</summary>
/// <param name="catalogue">The films with their traits and prices.</param>
/// <param name="streams">The random streams: they decide which pairs are held out.</param>
/// <param name="validates">Whether to measure the error of the predictions.</param>
internal sealed class HybridRecommender(FilmCatalogue catalogue, RandomStreams streams, bool validates = true)
    : ModelRecommender<TasteModel>(catalogue, validates)
{
    private readonly Holdout _holdout = new(streams);
    private readonly double[] _allTraits = TasteModel.Standardize(catalogue);

    protected override TasteModel Fit(Interactions sample, TasteModel? before, Workers workers) =>
        Fit(TasteObservations.Of(sample, static (_, _) => true), before, workers);

    protected override (TasteModel? Model, double? Rmse) Validate(Interactions sample, TasteModel? before, Workers workers)
    {
        var training = TasteObservations.Of(sample, (member, film) => !_holdout.Contains(member, film));
        var heldOut = TasteObservations.Of(sample, _holdout.Contains);
        if (training.Count == 0 || heldOut.Count == 0)
        {
            return (null, null);
        }

        var model = Fit(training, before, workers);
        var squares = 0.0;
        for (var row = 0; row < heldOut.MemberCount; row++)
        {
            foreach (var decision in heldOut.Row(row))
            {
                var error = StudentLink.Probability(model.Score(model.Weights(row), decision.Film.Index)) - (decision.Bought ? 1.0 : 0);
                squares += error * error;
            }
        }

        return (model, Math.Sqrt(squares / heldOut.Count));
    }

    protected override IPurchaseModel CreatePurchaseModel(Interactions interactions, TasteModel model) => new TastePurchaseModel(Catalogue, model);

    private TasteModel Fit(TasteObservations observations, TasteModel? before, Workers workers) =>
        TasteRegression.Fit(observations, _allTraits[..(observations.FilmCount * TasteModel.Width)], before, workers);
}
