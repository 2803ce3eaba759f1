using System.Collections.Concurrent;
using MovieChain.Catalogue;
using MovieChain.Learning.Traits;

namespace MovieChain.Learning;

/// <summary>
/// Offers each member the films that a place on its slate is worth most to (<see cref="SlateIndex"/>), by an upper confidence bound of the
/// score that its tastes give to a film's traits. What a member itself did with a film lately takes the prediction's place. A member of
/// whom nothing is on record has the tastes of the population, and is offered what these take most of: nothing would come of trying films.
/// </summary>
internal sealed class HybridSlates(Interactions interactions, FilmCatalogue catalogue, TasteModel model) : ISlatePolicy
{
    /// <summary>How many posterior standard deviations the bound lies above the predicted score.</summary>
    private const float Optimism = 0.5f;

    /// <summary>For how many more weeks a success counts where films are rented; where a film is bought once, for none.</summary>
    private const float WeeksAhead = 3;

    /// <summary>How much a doubtful score's probability is drawn towards one half: averaging the link over a score of variance v is much
    /// like dividing the score by √(1 + this × v).</summary>
    private const float DoubtFlattens = 0.3f;

    private readonly Persistence _persistence = Persistence.Of(interactions);
    private readonly ConcurrentBag<Scratch> _idle = [];

    /// <summary>What strangers are offered where it is not the same films every week.</summary>
    private FilmId[]? _strangers;

    public void FillSlate(MemberId member, Week week, Span<FilmId> slate)
    {
        var pairs = interactions.TryGetRow(member, out var row) ? interactions.Row(row) : [];
        if (pairs.IsEmpty && interactions.Repeat == Repeat.Once)
        {
            // Several threads may rank them at once, and come to the same.
            _strangers ??= RankForStrangers(week);
            Strangers.FillSlate(_strangers, Repeat.Once, week, slate);
            return;
        }

        Rank(pairs, row, week, slate);
    }

    private FilmId[] RankForStrangers(Week week)
    {
        var ranking = new FilmId[model.FilmCount];
        Rank([], row: 0, week, ranking);
        return ranking;
    }

    private void Rank(ReadOnlySpan<Interaction> pairs, int row, Week week, Span<FilmId> slate)
    {
        var scratch = _idle.TryTake(out var idle) ? idle : new Scratch(model.FilmCount);
        Judge(pairs.IsEmpty ? [] : model.Weights(row), pairs, week, scratch);
        var optimism = pairs.IsEmpty ? 0 : Optimism;
        var weeksAhead = pairs.IsEmpty || interactions.Repeat == Repeat.Once ? 0 : WeeksAhead;
        for (var film = 0; film < model.FilmCount; film++)
        {
            var variance = scratch.Variances[film];
            var bound = scratch.Values[film] + (optimism * MathF.Sqrt(variance));
            scratch.Values[film] = StudentLink.Probability(bound / MathF.Sqrt(1 + (DoubtFlattens * variance)));
        }

        foreach (var pair in pairs)
        {
            ref var probability = ref scratch.Values[pair.Film.Index];
            probability = _persistence.Remember(pair.Last, week, probability);
        }

        for (var film = 0; film < model.FilmCount; film++)
        {
            scratch.Values[film] = SlateIndex.Of(scratch.Values[film], catalogue.Price(FilmId.At(film)).Units, weeksAhead);
        }

        SlateRanking.PutLastWhatIsSold(scratch.Values, pairs, interactions.Repeat);
        SlateRanking.Best(scratch.Values, slate);
        _idle.Add(scratch);
    }

    /// <summary>The scores of all films by a member, and their variances.</summary>
    private void Judge(ReadOnlySpan<float> learned, ReadOnlySpan<Interaction> pairs, Week week, Scratch scratch)
    {
        scratch.Weights.AsSpan().Clear();
        learned.CopyTo(scratch.Weights);
        for (var i = 0; i < pairs.Length; i++)
        {
            scratch.Decisions[i] = new(pairs[i].Film, pairs[i].Last.Bought, _persistence.Of(pairs[i].Last, week));
        }

        scratch.Regression.Solve(model, scratch.Decisions.AsSpan(0, pairs.Length), steps: 1, scratch.Weights);
        model.FactorsByFilm.CopyTo(scratch.Factors);
        scratch.Regression.Variances(scratch.Factors, scratch.Variances);
        model.Score(scratch.Weights, scratch.Values);
    }

    /// <summary>What one thread works on at a time.</summary>
    private sealed class Scratch(int films)
    {
        public MemberRegression Regression { get; } = new();

        public TasteObservation[] Decisions { get; } = new TasteObservation[films];

        public float[] Weights { get; } = new float[TasteModel.Width];

        public float[] Factors { get; } = new float[films * TasteModel.Width];

        public float[] Variances { get; } = new float[films];

        public float[] Values { get; } = new float[films];
    }
}
