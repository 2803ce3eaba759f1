using MovieChain.Learning.Factorization;

namespace MovieChain.Learning.Traits;

/// <summary>
/// Fits a <see cref="TasteModel"/> by empirical Bayes: in turns, every member's weights given the population's prior, then the prior and the
/// films' offsets given all members' weights.
/// </summary>
/// <remarks>
/// Members are independent and sums over them have a fixed order: the result is the same for any number of threads.
/// Source: Agarwal, Chen, "Regression-based Latent Factor Models", KDD 2009: a factorization whose factors are regressed on features.
/// Here a film's factors are its traits in the prior's coordinates, plus an offset of its own.
/// </remarks>
internal sealed class TasteRegression
{
    private const int FirstTurns = 12;
    private const int LaterTurns = 3;
    private const int StepsPerTurn = 2;
    private const int RowsPerRange = 64;

    /// <summary>The prior variance of the offset of a film without decisions, at most.</summary>
    private const double LargestOffsetVariance = 0.05;

    private readonly TasteObservations _observations;
    private readonly Workers _workers;
    private readonly PackedMoments _layout = new(TasteModel.Width + 1);

    private TasteRegression(TasteObservations observations, Workers workers)
    {
        _observations = observations;
        _workers = workers;
    }

    /// <summary>Fits a model to at least one decision.</summary>
    /// <param name="observations">The decisions.</param>
    /// <param name="traits">The films' traits, from <see cref="TasteModel.Standardize"/>.</param>
    /// <param name="before">A model of the same films, or of the first of them, for a warm start; its members have the same rows. Null: none.</param>
    /// <param name="workers">Thread budget; never affects results.</param>
    public static TasteModel Fit(TasteObservations observations, double[] traits, TasteModel? before, Workers workers)
    {
        var regression = new TasteRegression(observations, workers);
        var prior = before?.Prior ?? TastePrior.Initial;
        var offsets = new double[observations.FilmCount];
        before?.Offsets.CopyTo(offsets);
        var model = new TasteModel(traits, prior, offsets, observations.MemberCount);
        for (var row = 0; row < before?.MemberCount; row++)
        {
            before.Weights(row).CopyTo(model.Weights(row));
        }

        for (var turn = before is null ? FirstTurns : LaterTurns; turn > 0; turn--)
        {
            model = regression.Improve(model);
        }

        regression.SolveMembers(model, sums: null);
        return model;
    }

    private TasteModel Improve(TasteModel model)
    {
        var sums = new RangeSums[(_observations.MemberCount + RowsPerRange - 1) / RowsPerRange];
        SolveMembers(model, sums);
        var total = new RangeSums(_layout.Length, model.FilmCount);
        foreach (var range in sums)
        {
            total.Add(range);
        }

        var prior = model.Prior.Fit(total.Members, _layout);
        var next = new TasteModel(model.Traits, prior, Offsets(model.Offsets, total), model.MemberCount);
        for (var row = 0; row < model.MemberCount; row++)
        {
            prior.Convert(model.Weights(row), model.Prior, next.Weights(row));
        }

        return next;
    }

    /// <summary>Solves for every member's weights; sums, unless null, receive one result for each range of members.</summary>
    private void SolveMembers(TasteModel model, RangeSums[]? sums) => _workers.ForRanges(_observations.MemberCount, RowsPerRange, (start, end) =>
    {
        var regression = new MemberRegression();
        var moments = new float[_layout.Length];
        var means = new float[_layout.Width];
        means[^1] = 1;
        var own = new RangeSums(_layout.Length, model.FilmCount);
        for (var row = start; row < end; row++)
        {
            var decisions = _observations.Row(row);
            var weights = model.Weights(row);
            regression.Solve(model, decisions, StepsPerTurn, weights);
            if (sums is not null && !decisions.IsEmpty)
            {
                regression.Invert(moments, _layout);
                weights.CopyTo(means);
                _layout.CovarianceToMoments(moments, noise: 1, means);
                own.Members.Add(moments, squaredErrors: 0);
                own.Add(model, weights, decisions);
            }
        }

        if (sums is not null)
        {
            sums[start / RowsPerRange] = own;
        }
    });

    /// <summary>One step of Fisher scoring for each film's offset; the offsets' own variance is that of their normal prior.</summary>
    private static double[] Offsets(double[] before, RangeSums sums)
    {
        var squares = 0.0;
        for (var film = 0; film < before.Length; film++)
        {
            squares += (before[film] * before[film]) + (1 / (sums.Information[film] + (1 / LargestOffsetVariance)));
        }

        var penalty = before.Length / squares;
        var offsets = new double[before.Length];
        for (var film = 0; film < before.Length; film++)
        {
            offsets[film] = before[film] + ((sums.Gradients[film] - (penalty * before[film])) / (sums.Information[film] + penalty));
        }

        return offsets;
    }

    /// <summary>The sums over a range of members that a turn needs.</summary>
    private sealed class RangeSums(int momentsLength, int films)
    {
        public RowStatistics Members { get; } = new(momentsLength);

        public double[] Gradients { get; } = new double[films];

        public double[] Information { get; } = new double[films];

        public void Add(TasteModel model, ReadOnlySpan<float> weights, ReadOnlySpan<WeightedDecision> decisions)
        {
            foreach (var decision in decisions)
            {
                var film = decision.Film.Index;
                var (gradient, information) = StudentLink.Slope(model.Score(weights, film), decision.Bought);
                Gradients[film] += decision.Weight * (double)gradient;
                Information[film] += decision.Weight * (double)information;
            }
        }

        public void Add(RangeSums other)
        {
            Members.Add(other.Members);
            for (var film = 0; film < Gradients.Length; film++)
            {
                Gradients[film] += other.Gradients[film];
                Information[film] += other.Information[film];
            }
        }
    }
}
