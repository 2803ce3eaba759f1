using Microsoft.ML;
using MovieChain.Catalogue;
using MovieChain.Learning.Factorization;
using MovieChain.Randomness;

namespace MovieChain.Learning;

/// <summary>
/// Learns who buys what from films offered, bought and declined, by matrix factorization. Each week's training starts from the film
/// factors of the week before.
/// </summary>
/// <param name="catalogue">The films with their prices.</param>
/// <param name="streams">The simulation's chance: it decides where the first training starts and which pairs are held out.</param>
/// <param name="rank">How many latent factors, 1 to 256.</param>
/// <param name="regularization">The ridge penalty on the films' latent factors, above 0.</param>
/// <param name="validates">Whether the error of the predictions is measured, which takes as long as the training. It decides no slate.</param>
internal sealed class MatrixFactorizationRecommender(
    FilmCatalogue catalogue, RandomStreams streams, int rank, double regularization = MatrixFactorizationRecommender.DefaultRegularization, bool validates = true)
    : IRecommender
{
    /// <summary>The penalty on the films' factors that suits the market.</summary>
    public const double DefaultRegularization = 15;

    private const int FirstIterations = 10;
    private const int LaterIterations = 2;

    /// <summary>The films' factors are learned from so many members, evenly spaced over the records, where more are known: still more would
    /// cost time and change next to nothing. Every member's own factors come from all that is on record of it.</summary>
    private const int MaxLearningMembers = 16_384;

    private readonly MLContext _context = new(seed: 0);
    private readonly Holdout _holdout = new(streams);

    /// <inheritdoc/>
    public Learned Learn(Interactions interactions, Learned? previous, Workers workers)
    {
        if (interactions.PairCount == 0)
        {
            return new Learned(PopularSlate.From(interactions, catalogue), interactions.Lines, ValidationRmse: null);
        }

        var before = previous as LearnedFactors;
        var sample = interactions.EvenlySpaced(MaxLearningMembers);
        var (model, (validationModel, rmse)) = workers.Both(
            half => Fit(PairTable.All(sample), before?.Model, half),
            half => Validate(sample, before?.ValidationModel, half));
        var policy = new OptimisticSlates(interactions, catalogue, model.Model, regularization);
        return new LearnedFactors(policy, interactions.Lines, rmse, model, validationModel);
    }

    /// <summary>
    /// Fits a model to 85 % of the pairs and measures its error on the others. They are the same ones in every week, so that this
    /// model too may start from that of the week before without having seen what it is measured on.
    /// </summary>
    private (MatrixFactorizationTransformer? Model, double? Rmse) Validate(
        Interactions interactions, MatrixFactorizationTransformer? warmStart, Workers workers)
    {
        if (!validates)
        {
            return (null, null);
        }

        var (heldOut, training) = _holdout.Split(interactions);
        if (training.Count == 0 || heldOut.Count == 0)
        {
            return (null, null);
        }

        var transformer = Fit(training, warmStart, workers);
        return (transformer, _holdout.Rmse(heldOut, transformer.Model));
    }

    private MatrixFactorizationTransformer Fit(PairTable pairs, MatrixFactorizationTransformer? warmStart, Workers workers)
    {
        var options = new MatrixFactorizationOptions
        {
            Method = FactorizationMethod.FactorAnalysis,
            ApproximationRank = rank,
            Lambda = regularization,
            NumberOfIterations = warmStart is null ? FirstIterations : LaterIterations,
            NumberOfThreads = workers.Threads,
            Seed = streams.Seed,
        };
        return new MatrixFactorizationEstimator(_context, options).Fit(pairs.ToDataView(), warmStart?.WithColumns(pairs.FilmCount), workers.Cancellation);
    }

    private sealed record LearnedFactors(
        ISlatePolicy Policy,
        long TrainingRows,
        double? ValidationRmse,
        MatrixFactorizationTransformer Model,
        MatrixFactorizationTransformer? ValidationModel)
        : Learned(Policy, TrainingRows, ValidationRmse);
}
