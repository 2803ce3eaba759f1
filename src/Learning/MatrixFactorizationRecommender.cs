using Microsoft.ML;
using MovieChain.Catalogue;
using MovieChain.Learning.Factorization;
using MovieChain.Randomness;

namespace MovieChain.Learning;

/// <summary>Matrix factorization of decisions. Training starts from the film factors of the week before.</summary>
/// <param name="catalogue">The films with their prices.</param>
/// <param name="streams">The random streams: they decide the start of the first training and which pairs are held out.</param>
/// <param name="rank">How many latent factors, 1 to 256.</param>
/// <param name="regularization">The ridge penalty on the films' latent factors, above 0.</param>
/// <param name="validates">Whether to measure the error of the predictions.</param>
internal sealed class MatrixFactorizationRecommender(
    FilmCatalogue catalogue,
    RandomStreams streams,
    int rank,
    double regularization = MatrixFactorizationRecommender.DefaultRegularization,
    bool validates = true)
    : ModelRecommender<MatrixFactorizationTransformer>(catalogue, validates)
{
    public const double DefaultRegularization = 15;

    private const int FirstIterations = 10;
    private const int LaterIterations = 2;

    /// <summary>The films' factors are fitted to at most so many members, evenly spaced over the rows: more would take time and change little.
    /// Each member's own factors come from all its records.</summary>
    private const int MaxLearningMembers = 16_384;

    private readonly MLContext _context = new(seed: 0);
    private readonly Holdout _holdout = new(streams);

    protected override Interactions Sample(Interactions interactions) => interactions.EvenlySpaced(MaxLearningMembers);

    protected override MatrixFactorizationTransformer Fit(Interactions sample, MatrixFactorizationTransformer? before, Workers workers) =>
        Fit(PairTable.All(sample), before, workers);

    /// <remarks>A pair is held out in every week, so that the model of the week before has not seen what it is measured on.</remarks>
    protected override (MatrixFactorizationTransformer? Model, double? Rmse) Validate(
        Interactions sample, MatrixFactorizationTransformer? before, Workers workers)
    {
        var (heldOut, training) = _holdout.Split(sample);
        if (training.Count == 0 || heldOut.Count == 0)
        {
            return (null, null);
        }

        var transformer = Fit(training, before, workers);
        return (transformer, _holdout.Rmse(heldOut, transformer.Factors));
    }

    protected override IPurchaseModel CreatePurchaseModel(Interactions interactions, MatrixFactorizationTransformer model) =>
        new FactorPurchaseModel(interactions, Catalogue, model.Factors, regularization);

    private MatrixFactorizationTransformer Fit(PairTable pairs, MatrixFactorizationTransformer? before, Workers workers)
    {
        var options = new MatrixFactorizationOptions
        {
            Method = FactorizationMethod.FactorAnalysis,
            ApproximationRank = rank,
            Lambda = regularization,
            NumberOfIterations = before is null ? FirstIterations : LaterIterations,
            NumberOfThreads = workers.Threads,
            Seed = streams.Seed,
        };
        return new MatrixFactorizationEstimator(_context, options).Fit(pairs.ToDataView(), before?.WithColumns(pairs.FilmCount), workers.Cancellation);
    }
}
