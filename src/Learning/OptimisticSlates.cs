using System.Collections.Concurrent;
using MovieChain.Catalogue;
using MovieChain.Learning.Factorization;

namespace MovieChain.Learning;

/// <summary>
/// Offers each member the films with the highest takings that can be hoped for: the price times an upper confidence bound of the
/// probability of purchase. The bound adds to the prediction a multiple of its posterior standard deviation, so that films that cannot be
/// judged yet are tried. Source: Li, Chu, Langford, Schapire, "A Contextual-Bandit Approach to Personalized News Article
/// Recommendation", WWW 2010. What a member itself did with a film outweighs the prediction. A member of whom nothing is on
/// record is offered the popular slate.
/// </summary>
internal sealed class OptimisticSlates : ISlatePolicy
{
    /// <summary>How many posterior standard deviations the bound lies above the prediction.</summary>
    private const float Optimism = 2;

    /// <summary>How many of a member's own decisions about a film the prediction counts for.</summary>
    private const float PredictionStrength = 0.1f;

    private readonly Interactions _interactions;
    private readonly FilmCatalogue _catalogue;
    private readonly FactorModel _model;
    private readonly PopularSlate _popular;
    private readonly float[] _factorsByFilm;
    private readonly ConcurrentBag<Scratch> _idle = [];

    public OptimisticSlates(Interactions interactions, FilmCatalogue catalogue, FactorModel model)
    {
        _interactions = interactions;
        _catalogue = catalogue;
        _model = model;
        _popular = PopularSlate.From(interactions, catalogue);
        _factorsByFilm = new float[model.ColumnFactors.Length];
        for (var film = 0; film < model.ColumnCount; film++)
        {
            for (var factor = 0; factor < model.Width; factor++)
            {
                _factorsByFilm[(factor * model.ColumnCount) + film] = model.Column(film)[factor];
            }
        }
    }

    /// <summary>The probability that a member buys a film again: what it did with the film outweighs the prediction.</summary>
    public static float Remember(Interaction pair, float predicted) =>
        (pair.Purchases + (PredictionStrength * predicted)) / (pair.Offers + PredictionStrength);

    public void FillSlate(MemberId member, Week week, Span<FilmId> slate)
    {
        if (!_interactions.TryGetRow(member, out var row) || _interactions.Row(row).IsEmpty)
        {
            _popular.FillSlate(member, week, slate);
            return;
        }

        var scratch = _idle.TryTake(out var idle) ? idle : new Scratch(_model);
        Predict(row, scratch.Probabilities);
        Doubt(row, scratch);
        SupposeOfUnseen(scratch);
        Remember(row, scratch);
        HopeFor(scratch);
        SlateRanking.Best(scratch.Takings, slate);
        _idle.Add(scratch);
    }

    /// <summary>The model's probability that the member buys, for every film.</summary>
    private void Predict(int row, Span<float> probabilities)
    {
        probabilities.Clear();
        var factors = _model.Row(row);
        for (var factor = 0; factor < factors.Length; factor++)
        {
            Elementwise.AddScaled(probabilities, factors[factor], _factorsByFilm.AsSpan(factor * probabilities.Length, probabilities.Length));
        }
    }

    /// <summary>The posterior variance of that probability, from the equations that the member's factors came from.</summary>
    private void Doubt(int row, Scratch scratch)
    {
        var unknowns = _model.Width - 1;
        scratch.Equations.Reset(_model.NoiseVariance / _model.RowBiasVariance, _model.NoiseVariance);
        foreach (var pair in _interactions.Row(row))
        {
            scratch.Equations.Add(_model.Column(pair.Film.Index)[..unknowns], 0);
        }

        scratch.Equations.Solve(scratch.Unknowns);
        _factorsByFilm.AsSpan(0, scratch.Features.Length).CopyTo(scratch.Features);
        scratch.Equations.Variances(scratch.Features, scratch.Variances);
    }

    /// <summary>Of a film that nobody on record was ever offered, the model knows no more than of films at large: without this
    /// it would never be offered at all.</summary>
    private void SupposeOfUnseen(Scratch scratch)
    {
        for (var film = 0; film < _model.ColumnCount; film++)
        {
            if (!_model.IsObserved(film))
            {
                scratch.Probabilities[film] = _model.Mean;
                scratch.Variances[film] = 1;
            }
        }
    }

    /// <summary>Lets what the member itself did with a film outweigh the prediction.</summary>
    private void Remember(int row, Scratch scratch)
    {
        foreach (var pair in _interactions.Row(row))
        {
            ref var probability = ref scratch.Probabilities[pair.Film.Index];
            probability = Remember(pair, probability);
            scratch.Variances[pair.Film.Index] = 0;
        }
    }

    private void HopeFor(Scratch scratch)
    {
        for (var film = 0; film < _model.ColumnCount; film++)
        {
            var bound = scratch.Probabilities[film] + (Optimism * MathF.Sqrt(_model.NoiseVariance * scratch.Variances[film]));
            scratch.Takings[film] = Math.Clamp(bound, 0, 1) * _catalogue.Price(FilmId.At(film)).Units;
        }
    }

    /// <summary>What one thread works on at a time.</summary>
    private sealed class Scratch(FactorModel model)
    {
        public NormalEquations Equations { get; } = new(model.Width - 1);

        public float[] Unknowns { get; } = new float[model.Width - 1];

        public float[] Features { get; } = new float[(model.Width - 1) * model.ColumnCount];

        public float[] Probabilities { get; } = new float[model.ColumnCount];

        public float[] Variances { get; } = new float[model.ColumnCount];

        public float[] Takings { get; } = new float[model.ColumnCount];
    }
}
