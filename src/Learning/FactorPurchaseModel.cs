using System.Collections.Concurrent;
using MovieChain.Catalogue;
using MovieChain.Learning.Factorization;

namespace MovieChain.Learning;

/// <summary>
/// Predicts purchases by matrix factorization: an upper confidence bound of the prediction (its mean plus a part of its posterior standard
/// deviation, so that uncertain films are tried), as a probability. The cold-start ranking uses the population's mean factors and no bound,
/// for trying films on members without records teaches nothing.
/// </summary>
/// <remarks>Source: Li, Chu, Langford, Schapire, "A Contextual-Bandit Approach to Personalized News Article Recommendation", WWW 2010.</remarks>
/// <param name="interactions">All records.</param>
/// <param name="catalogue">The films with their prices.</param>
/// <param name="model">The films' factors.</param>
/// <param name="regularization">The ridge penalty of their fit.</param>
internal sealed class FactorPurchaseModel(Interactions interactions, FilmCatalogue catalogue, FactorModel model, double regularization) : IPurchaseModel
{
    /// <summary>How many posterior standard deviations the bound lies above the mean.</summary>
    private const float BoundWidth = 0.5f;

    private readonly float _regularization = (float)regularization;
    private readonly float[] _factorsByFilm = model.ColumnsByFactor();
    private readonly ConcurrentBag<Scratch> _idle = [];

    public float WeeksAhead => 5;

    public FilmId[] RankForColdStart()
    {
        // The population's mean factors are 0: a film's bias is left.
        var probabilities = new float[model.ColumnCount];
        for (var film = 0; film < probabilities.Length; film++)
        {
            probabilities[film] = Math.Max(0, model.IsObserved(film) ? model.Column(film)[^1] : model.Mean);
        }

        return SlateRanking.ByTakings(probabilities, catalogue);
    }

    public void Predict(int row, ReadOnlySpan<WeightedDecision> decisions, Span<float> probabilities)
    {
        var scratch = _idle.TryTake(out var idle) ? idle : new Scratch(model);
        SolveMember(decisions, scratch);
        MultiplyFactors(scratch.Factors, probabilities);
        _factorsByFilm.AsSpan(0, scratch.Features.Length).CopyTo(scratch.Features);
        scratch.Equations.Variances(scratch.Features, scratch.Variances);
        ApplyUpperConfidenceBound(scratch, probabilities);
        _idle.Add(scratch);
    }

    /// <summary>Solves for the member's factors by weighted ridge regression.</summary>
    private void SolveMember(ReadOnlySpan<WeightedDecision> decisions, Scratch scratch)
    {
        var unknowns = model.Width - 1;
        scratch.Equations.Reset(model.NoiseVariance / model.RowBiasVariance, model.NoiseVariance);
        foreach (var decision in decisions)
        {
            var film = model.Column(decision.Film.Index);
            var weight = MathF.Sqrt(decision.Weight);
            scratch.Features.AsSpan(0, unknowns).Clear();
            Elementwise.AddScaled(scratch.Features.AsSpan(0, unknowns), weight, film);
            scratch.Equations.Add(scratch.Features, weight * ((decision.Bought ? 1 : 0) - film[unknowns]));
        }

        scratch.Equations.Solve(scratch.Factors.AsSpan(0, unknowns));
        scratch.Factors[unknowns] = 1;
    }

    private void MultiplyFactors(ReadOnlySpan<float> factors, Span<float> means)
    {
        means.Clear();
        for (var factor = 0; factor < model.Width; factor++)
        {
            Elementwise.AddScaled(means, factors[factor], _factorsByFilm.AsSpan(factor * means.Length, means.Length));
        }
    }

    /// <summary>Turns means into the probability that the bound, noise included, lies above the middle between no (0) and yes (1).</summary>
    private void ApplyUpperConfidenceBound(Scratch scratch, Span<float> means)
    {
        var noise = MathF.Sqrt(model.NoiseVariance);
        var squares = 1f;
        foreach (var factor in scratch.Factors.AsSpan(1, model.Rank))
        {
            squares += factor * factor;
        }

        for (var film = 0; film < means.Length; film++)
        {
            // Variances are relative to the noise: that of the member's factors plus that of the film's, which falls with its offers. A film that
            // nobody was offered has the mean of all films.
            var (mean, variance) = model.IsObserved(film)
                ? (means[film], scratch.Variances[film] + (squares / (interactions.Offers(FilmId.At(film)) + _regularization)))
                : (model.Mean, 1);
            var bound = mean + (BoundWidth * noise * MathF.Sqrt(variance));
            means[film] = StudentLink.Probability((bound - 0.5f) / (noise * MathF.Sqrt(1 + variance)));
        }
    }

    /// <summary>The buffers of one thread.</summary>
    private sealed class Scratch(FactorModel model)
    {
        public NormalEquations Equations { get; } = new(model.Width - 1);

        public float[] Factors { get; } = new float[model.Width];

        public float[] Features { get; } = new float[(model.Width - 1) * model.ColumnCount];

        public float[] Variances { get; } = new float[model.ColumnCount];
    }
}
