using System.Collections.Concurrent;
using MovieChain.Catalogue;
using MovieChain.Learning.Traits;

namespace MovieChain.Learning;

/// <summary>
/// Predicts purchases from the films' traits: an upper confidence bound of the score that the member's weights give to a film, as a
/// probability. The cold-start ranking uses the population's mean weights and no bound, for trying films on members without records
/// teaches nothing.
/// </summary>
internal sealed class TastePurchaseModel(FilmCatalogue catalogue, TasteModel model) : IPurchaseModel
{
    /// <summary>How many posterior standard deviations the bound lies above the mean score.</summary>
    private const float BoundWidth = 0.5f;

    /// <summary>Averaging the link over a normal score of variance v is close to dividing the score by √(1 + this × v).</summary>
    private const float VarianceScale = 0.3f;

    private readonly ConcurrentBag<Scratch> _idle = [];

    public float WeeksAhead => 3;

    public FilmId[] RankForColdStart()
    {
        var probabilities = new float[model.FilmCount];
        Predict([], [], boundWidth: 0, probabilities);
        return SlateRanking.ByTakings(probabilities, catalogue);
    }

    public void Predict(int row, ReadOnlySpan<WeightedDecision> decisions, Span<float> probabilities) =>
        Predict(model.Weights(row), decisions, BoundWidth, probabilities);

    private void Predict(ReadOnlySpan<float> startingWeights, ReadOnlySpan<WeightedDecision> decisions, float boundWidth, Span<float> probabilities)
    {
        var scratch = _idle.TryTake(out var idle) ? idle : new Scratch(model.FilmCount);
        scratch.Weights.AsSpan().Clear();
        startingWeights.CopyTo(scratch.Weights);
        scratch.Regression.Solve(model, decisions, steps: 1, scratch.Weights);
        model.FactorsByFilm.CopyTo(scratch.Factors);
        scratch.Regression.Variances(scratch.Factors, scratch.Variances);
        model.Score(scratch.Weights, probabilities);
        for (var film = 0; film < probabilities.Length; film++)
        {
            var variance = scratch.Variances[film];
            var bound = probabilities[film] + (boundWidth * MathF.Sqrt(variance));
            probabilities[film] = StudentLink.Probability(bound / MathF.Sqrt(1 + (VarianceScale * variance)));
        }

        _idle.Add(scratch);
    }

    /// <summary>The buffers of one thread.</summary>
    private sealed class Scratch(int films)
    {
        public MemberRegression Regression { get; } = new();

        public float[] Weights { get; } = new float[TasteModel.Width];

        public float[] Factors { get; } = new float[films * TasteModel.Width];

        public float[] Variances { get; } = new float[films];
    }
}
