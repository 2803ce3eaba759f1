using MovieChain.Catalogue;
using MovieChain.Learning.Traits;
using MovieChain.Randomness;

namespace MovieChain.Learning;

/// <summary>
/// Learns who buys what from films offered, bought and declined, and from the films' public traits: genres, selection criteria and, as one
/// of them, the price. Traits are public; what a member makes of them is not, and is learned. Each week's training starts from the
/// model of the week before.
/// </summary>
/// <param name="catalogue">The films with their traits and prices.</param>
/// <param name="streams">The simulation's chance: it decides which pairs are held out.</param>
/// <param name="validates">Whether the error of the predictions is measured, which takes as long as the training. It decides no slate.</param>
internal sealed class HybridRecommender(FilmCatalogue catalogue, RandomStreams streams, bool validates = true) : IRecommender
{
    private readonly Holdout _holdout = new(streams);
    private readonly double[] _allTraits = TasteModel.Standardize(catalogue);

    /// <inheritdoc/>
    public Learned Learn(Interactions interactions, Learned? previous, Workers workers)
    {
        if (interactions.PairCount == 0)
        {
            return new Learned(PopularSlate.From(interactions, catalogue), interactions.Lines, ValidationRmse: null);
        }

        var before = previous as LearnedTastes;
        var traits = _allTraits[..(interactions.FilmCount * TasteModel.Width)];
        var (model, (validationModel, rmse)) = workers.Both(
            half => TasteRegression.Fit(TasteObservations.Of(interactions, static (_, _) => true), traits, before?.Model, half),
            half => Validate(interactions, traits, before?.ValidationModel, half));
        return new LearnedTastes(new HybridSlates(interactions, catalogue, model), interactions.Lines, rmse, model, validationModel);
    }

    /// <summary>Fits a model to the pairs that are not held out, and measures the error of its most probable tastes on the others.</summary>
    private (TasteModel? Model, double? Rmse) Validate(Interactions interactions, double[] traits, TasteModel? before, Workers workers)
    {
        if (!validates)
        {
            return (null, null);
        }

        var training = TasteObservations.Of(interactions, (member, film) => !_holdout.Contains(member, film));
        var heldOut = TasteObservations.Of(interactions, (member, film) => _holdout.Contains(member, film));
        if (training.Count == 0 || heldOut.Count == 0)
        {
            return (null, null);
        }

        var model = TasteRegression.Fit(training, traits, before, workers);
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

    private sealed record LearnedTastes(
        ISlatePolicy Policy, long TrainingRows, double? ValidationRmse, TasteModel Model, TasteModel? ValidationModel)
        : Learned(Policy, TrainingRows, ValidationRmse);
}
