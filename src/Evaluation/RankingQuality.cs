namespace MovieChain.Evaluation;

/// <summary>Ranks of the test films among their candidates.</summary>
/// <param name="HitRate">Fraction of test rows with a rank of at most <see cref="Cutoff"/>.</param>
/// <param name="Ndcg">Mean of 1/log₂(1 + rank) over all test rows; 0 for ranks beyond <see cref="Cutoff"/>.</param>
/// <param name="Filled">Test rows without a score from the model, which rank last.</param>
internal readonly record struct RankingQuality(double HitRate, double Ndcg, int Filled)
{
    /// <summary>Length of the ranked list.</summary>
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

    /// <param name="model">Model that scores films; a higher score ranks first.</param>
    /// <param name="test">Test rows; at least one.</param>
    /// <param name="candidates">Candidates by test row.</param>
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

    /// <summary>Expected quality of a random ranking, given the candidates by test row.</summary>
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

    /// <summary>The rank of a score, from 1. A tie counts against the test film, so that equal scores for all films earn nothing. A film
    /// without a score ranks last.</summary>
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
