using System.Collections.Concurrent;
using MovieChain.Catalogue;
using MovieChain.Learning.Factorization;

namespace MovieChain.Learning;

/// <summary>
/// Offers each member the films that a place on its slate is worth most to (<see cref="SlateIndex"/>). The probability of purchase is
/// found from an upper confidence bound of what the factorization predicts: the prediction plus a part of its posterior standard deviation,
/// so that films that cannot be judged yet are tried. Source: Li, Chu, Langford, Schapire, "A Contextual-Bandit Approach to Personalized
/// News Article Recommendation", WWW 2010. What a member itself did with a film lately takes the prediction's place. A member of whom nothing
/// is on record is taken for the mean of the population, and offered what that takes most of: nothing would come of trying films.
/// </summary>
internal sealed class OptimisticSlates : ISlatePolicy
{
    /// <summary>How many posterior standard deviations the bound lies above the prediction.</summary>
    private const float Optimism = 0.5f;

    /// <summary>For how many more weeks a success counts where films are rented; where a film is bought once, for none.</summary>
    private const float WeeksAhead = 5;

    private readonly Interactions _interactions;
    private readonly FilmCatalogue _catalogue;
    private readonly FactorModel _model;
    private readonly float _lambda;
    private readonly Persistence _persistence;
    private readonly FilmId[] _strangers;
    private readonly float[] _factorsByFilm;
    private readonly ConcurrentBag<Scratch> _idle = [];

    /// <param name="interactions">All that is on record.</param>
    /// <param name="catalogue">The films with their prices.</param>
    /// <param name="model">The films' factors.</param>
    /// <param name="lambda">The ridge penalty that they were fitted with.</param>
    public OptimisticSlates(Interactions interactions, FilmCatalogue catalogue, FactorModel model, double lambda)
    {
        _interactions = interactions;
        _catalogue = catalogue;
        _model = model;
        _lambda = (float)lambda;
        _persistence = Persistence.Of(interactions);
        _factorsByFilm = new float[model.ColumnFactors.Length];
        for (var film = 0; film < model.ColumnCount; film++)
        {
            for (var factor = 0; factor < model.Width; factor++)
            {
                _factorsByFilm[(factor * model.ColumnCount) + film] = model.Column(film)[factor];
            }
        }

        _strangers = RankForStrangers();
    }

    public void FillSlate(MemberId member, Week week, Span<FilmId> slate)
    {
        if (!_interactions.TryGetRow(member, out var row) || _interactions.Row(row).IsEmpty)
        {
            Strangers.FillSlate(_strangers, _interactions.Repeat, week, slate);
            return;
        }

        var scratch = _idle.TryTake(out var idle) ? idle : new Scratch(_model);
        Judge(row, week, scratch);
        Predict(scratch);
        Doubt(scratch);
        SupposeOfUnseen(scratch);
        Hope(scratch);
        Remember(row, week, scratch.Probabilities);
        var weeksAhead = _interactions.Repeat == Repeat.Rent ? WeeksAhead : 0;
        for (var film = 0; film < _model.ColumnCount; film++)
        {
            scratch.Values[film] = SlateIndex.Of(scratch.Probabilities[film], _catalogue.Price(FilmId.At(film)).Units, weeksAhead);
        }

        SlateRanking.PutLastWhatIsSold(scratch.Values, _interactions.Row(row), _interactions.Repeat);
        SlateRanking.Best(scratch.Values, slate);
        _idle.Add(scratch);
    }

    /// <summary>The films by expected takings from a member whose factors are the population's mean, which is 0.</summary>
    private FilmId[] RankForStrangers()
    {
        var takings = new float[_model.ColumnCount];
        for (var film = 0; film < takings.Length; film++)
        {
            var probability = _model.IsObserved(film) ? _model.Column(film)[^1] : _model.Mean;
            takings[film] = Math.Max(0, probability) * _catalogue.Price(FilmId.At(film)).Units;
        }

        var ranking = new FilmId[takings.Length];
        SlateRanking.Best(takings, ranking);
        return ranking;
    }

    /// <summary>Finds the member's factors from its decisions, each weighted by the probability that it still holds.</summary>
    private void Judge(int row, Week week, Scratch scratch)
    {
        var unknowns = _model.Width - 1;
        scratch.Equations.Reset(_model.NoiseVariance / _model.RowBiasVariance, _model.NoiseVariance);
        foreach (var pair in _interactions.Row(row))
        {
            var film = _model.Column(pair.Film.Index);
            var weight = MathF.Sqrt(_persistence.Of(pair.Last, week));
            scratch.Features.AsSpan(0, unknowns).Clear();
            Elementwise.AddScaled(scratch.Features.AsSpan(0, unknowns), weight, film);
            scratch.Equations.Add(scratch.Features, weight * ((pair.Last.Bought ? 1 : 0) - film[unknowns]));
        }

        scratch.Equations.Solve(scratch.Factors.AsSpan(0, unknowns));
        scratch.Factors[unknowns] = 1;
    }

    /// <summary>The probability that the member buys, for every film, as a sum of factors: not bound to lie between 0 and 1.</summary>
    private void Predict(Scratch scratch)
    {
        var probabilities = scratch.Probabilities.AsSpan();
        probabilities.Clear();
        for (var factor = 0; factor < _model.Width; factor++)
        {
            Elementwise.AddScaled(
                probabilities, scratch.Factors[factor], _factorsByFilm.AsSpan(factor * probabilities.Length, probabilities.Length));
        }
    }

    /// <summary>The variance of that probability relative to the noise: of the member's factors, from the equations that they came from,
    /// and of the film's, from how many lines it was fitted to.</summary>
    private void Doubt(Scratch scratch)
    {
        _factorsByFilm.AsSpan(0, scratch.Features.Length).CopyTo(scratch.Features);
        scratch.Equations.Variances(scratch.Features, scratch.Variances);
        var squares = 1f;
        foreach (var factor in scratch.Factors.AsSpan(1, _model.Rank))
        {
            squares += factor * factor;
        }

        for (var film = 0; film < _model.ColumnCount; film++)
        {
            scratch.Variances[film] += squares / (_interactions.Offers(FilmId.At(film)) + _lambda);
        }
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

    /// <summary>The probability of a purchase from the bound: how likely it is, noise and all, to pass the middle between no and yes.</summary>
    private void Hope(Scratch scratch)
    {
        var noise = MathF.Sqrt(_model.NoiseVariance);
        for (var film = 0; film < _model.ColumnCount; film++)
        {
            var bound = scratch.Probabilities[film] + (Optimism * noise * MathF.Sqrt(scratch.Variances[film]));
            scratch.Probabilities[film] = StudentLink.Probability((bound - 0.5f) / (noise * MathF.Sqrt(1 + scratch.Variances[film])));
        }
    }

    /// <summary>As far as what the member itself did with a film still holds, nothing needs to be predicted.</summary>
    private void Remember(int row, Week week, Span<float> probabilities)
    {
        foreach (var pair in _interactions.Row(row))
        {
            ref var probability = ref probabilities[pair.Film.Index];
            probability = _persistence.Remember(pair.Last, week, probability);
        }
    }

    /// <summary>What one thread works on at a time.</summary>
    private sealed class Scratch(FactorModel model)
    {
        public NormalEquations Equations { get; } = new(model.Width - 1);

        public float[] Factors { get; } = new float[model.Width];

        public float[] Features { get; } = new float[(model.Width - 1) * model.ColumnCount];

        public float[] Probabilities { get; } = new float[model.ColumnCount];

        public float[] Variances { get; } = new float[model.ColumnCount];

        public float[] Values { get; } = new float[model.ColumnCount];
    }
}
