using MovieChain.Catalogue;

namespace MovieChain.Learning;

/// <summary>
/// Fits a model to all pairs on record and, beside it, one to the pairs that are not held out, to measure its error on the others. Each
/// may start from that of the week before. Without records everybody gets the popular slate.
/// </summary>
/// <param name="catalogue">The films.</param>
/// <param name="validates">Whether to measure the error, which takes as long as training and changes no slate.</param>
internal abstract class ModelRecommender<TModel>(FilmCatalogue catalogue, bool validates) : IRecommender
    where TModel : class
{
    protected FilmCatalogue Catalogue { get; } = catalogue;

    public Learned Learn(Interactions interactions, Learned? previous, Workers workers)
    {
        if (interactions.PairCount == 0)
        {
            return new Learned(PopularSlate.From(interactions, Catalogue), interactions.Lines, ValidationRmse: null);
        }

        var before = previous as Trained;
        var sample = Sample(interactions);
        var (model, (validationModel, rmse)) = workers.Both(
            half => Fit(sample, before?.Model, half),
            half => validates ? Validate(sample, before?.ValidationModel, half) : (null, null));
        var policy = new LearnedSlates(interactions, Catalogue, CreatePurchaseModel(interactions, model));
        return new Trained(policy, interactions.Lines, rmse, model, validationModel);
    }

    /// <summary>The records to fit to.</summary>
    protected virtual Interactions Sample(Interactions interactions) => interactions;

    protected abstract TModel Fit(Interactions sample, TModel? before, Workers workers);

    /// <summary>Fits to the pairs that are not held out and measures the error on the others; nulls where either part is empty.</summary>
    protected abstract (TModel? Model, double? Rmse) Validate(Interactions sample, TModel? before, Workers workers);

    protected abstract IPurchaseModel CreatePurchaseModel(Interactions interactions, TModel model);

    private sealed record Trained(ISlatePolicy Policy, long TrainingRows, double? ValidationRmse, TModel Model, TModel? ValidationModel)
        : Learned(Policy, TrainingRows, ValidationRmse);
}
