using Microsoft.ML;
using Microsoft.ML.Data;
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
public sealed class MatrixFactorizationRecommender(FilmCatalogue catalogue, RandomStreams streams, int rank) : IRecommender
{
    private const double Lambda = 15;
    private const int FirstIterations = 10;
    private const int LaterIterations = 2;

    private readonly MLContext _context = new(seed: 0);

    /// <inheritdoc/>
    public Learned Learn(Interactions interactions, Learned? previous, Workers workers)
    {
        ArgumentNullException.ThrowIfNull(interactions);
        if (interactions.PairCount == 0)
        {
            return new Learned(PopularSlate.From(interactions, catalogue), interactions.Lines, ValidationRmse: null);
        }

        var before = previous as LearnedFactors;
        var (model, (validationModel, rmse)) = workers.Both(
            half => Fit(PairTable.All(interactions), before?.Model, half),
            half => Validate(interactions, before?.ValidationModel, half));
        var policy = new OptimisticSlates(interactions, catalogue, model.Model, Lambda);
        return new LearnedFactors(policy, interactions.Lines, rmse, model, validationModel);
    }

    /// <summary>
    /// Fits a model to 85 % of the pairs and measures its error on the others. A pair that is held out once is held out
    /// in every week, so that this model too may start from that of the week before without having seen what it is measured on.
    /// </summary>
    private (MatrixFactorizationTransformer? Model, double? Rmse) Validate(
        Interactions interactions, MatrixFactorizationTransformer? warmStart, Workers workers)
    {
        var (heldOut, training) = PairTable.Split(interactions, (member, film) => Holdout.Contains(streams, member, film));
        if (training.Count == 0 || heldOut.Count == 0)
        {
            return (null, null);
        }

        var transformer = Fit(training, warmStart, workers);
        var labels = new float[heldOut.Count];
        var scores = new float[heldOut.Count];
        for (var i = 0; i < labels.Length; i++)
        {
            (var row, var film, labels[i]) = heldOut[i];
            var score = transformer.Model.Score(row, film.Index);

            // Of a member or film that only held-out pairs know, the model knows no more than the mean. Evaluate would drop a NaN.
            scores[i] = Math.Clamp(float.IsNaN(score) ? transformer.Model.Mean : score, 0, 1);
        }

        var scored = new ColumnarDataView(("Label", NumberDataViewType.Single, labels), ("Score", NumberDataViewType.Single, scores));
        return (transformer, _context.Regression.Evaluate(scored).RootMeanSquaredError);
    }

    private MatrixFactorizationTransformer Fit(PairTable pairs, MatrixFactorizationTransformer? warmStart, Workers workers)
    {
        var options = new MatrixFactorizationOptions
        {
            ApproximationRank = rank,
            Lambda = Lambda,
            NumberOfIterations = warmStart is null ? FirstIterations : LaterIterations,
            NumberOfThreads = workers.Threads,
            Seed = streams.Seed,
        };
        return new MatrixFactorizationEstimator(_context, options).Fit(pairs.ToDataView(), warmStart, workers.Cancellation);
    }

    private sealed record LearnedFactors(
        ISlatePolicy Policy,
        long TrainingRows,
        double? ValidationRmse,
        MatrixFactorizationTransformer Model,
        MatrixFactorizationTransformer? ValidationModel)
        : Learned(Policy, TrainingRows, ValidationRmse);
}
