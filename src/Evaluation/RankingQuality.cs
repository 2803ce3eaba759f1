namespace MovieChain.Evaluation;

/// <summary>Where models rank the film of each test row among its candidates.</summary>
/// <param name="HitRate">The fraction of test rows whose film is among the first <see cref="Cutoff"/>.</param>
/// <param name="Ndcg">The mean of 1/log₂(1 + rank) over all test rows, 0 where the rank is beyond <see cref="Cutoff"/>.</param>
/// <param name="Filled">How many test rows the model has no score for, so that their film counts as ranked last.</param>
internal readonly record struct RankingQuality(double HitRate, double Ndcg, int Filled)
{
    /// <summary>How many films a list has.</summary>
    public const int Cutoff = 10;

    /// <summary>1/log₂(1 + rank) for ranks from 1 to <see cref="Cutoff"/>.</summary>
    private static readonly double[] _gains =
    [
        1,
        0.6309297535714575,
        0.5,
        0.43067655807339306,
        0.38685280723454163,
        0.3562071871080222,
        0.3333333333333333,
        0.31546487678572877,
        0.3010299956639812,
        0.2890648263178879,
    ];

    /// <summary>Measures a model.</summary>
    /// <param name="model">What scores; a higher score stands before a lower one.</param>
    /// <param name="test">The rows whose films are ranked; at least one.</param>
    /// <param name="candidates">The films that each is ranked among, by test row.</param>
    public static RankingQuality Of(IRatingModel model, RatingTable test, int[][] candidates)
    {
        var hits = 0;
        double gains = 0;
        var filled = 0;
        for (var row = 0; row < test.Count; row++)
        {
            var score = model.Predict(test.Users[row], test.Films[row]);
            filled += double.IsNaN(score) ? 1 : 0;
            var rank = RankOf(model, test.Users[row], score, candidates[row]);
            if (rank <= Cutoff)
            {
                hits++;
                gains += _gains[rank - 1];
            }
        }

        return new RankingQuality((double)hits / test.Count, gains / test.Count, filled);
    }

    /// <summary>What a ranking by chance comes to on average.</summary>
    /// <param name="candidates">The films that each test row's film is ranked among, by test row.</param>
    public static RankingQuality OfChance(int[][] candidates)
    {
        double hits = 0;
        double gains = 0;
        foreach (var films in candidates)
        {
            var ranks = films.Length + 1;
            var reached = Math.Min(Cutoff, ranks);
            hits += (double)reached / ranks;
            gains += _gains[..reached].Sum() / ranks;
        }

        return new RankingQuality(hits / candidates.Length, gains / candidates.Length, Filled: 0);
    }

    /// <summary>The rank of a score, from 1. Ties count against it, so that a model that scores all alike ranks nothing high; a film
    /// without a score stands behind all that have one.</summary>
    private static int RankOf(IRatingModel model, int user, double score, int[] candidates)
    {
        if (double.IsNaN(score))
        {
            return candidates.Length + 1;
        }

        var rank = 1;
        foreach (var film in candidates)
        {
            rank += model.Predict(user, film) >= score ? 1 : 0;
        }

        return rank;
    }
}
