namespace MovieChain.Evaluation;

/// <summary>Quality of a ranking of test films among their candidates.</summary>
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

    /// <summary>The quality of a model that ranked test rows; at least one.</summary>
    public static RankingQuality Of(IReadOnlyCollection<RankedRow> rows)
    {
        var hits = 0;
        double gains = 0;
        var filled = 0;
        foreach (var row in rows)
        {
            filled += double.IsNaN(row.Score) ? 1 : 0;
            if (row.Rank <= Cutoff)
            {
                hits++;
                gains += _gains[row.Rank - 1];
            }
        }

        return new RankingQuality((double)hits / rows.Count, gains / rows.Count, filled);
    }

    /// <summary>Expected quality of a random ranking of the same test rows.</summary>
    public static RankingQuality OfChance(IReadOnlyCollection<RankedRow> rows)
    {
        double hits = 0;
        double gains = 0;
        foreach (var row in rows)
        {
            var ranks = row.Candidates + 1;
            var reached = Math.Min(Cutoff, ranks);
            hits += (double)reached / ranks;
            gains += _gains[..reached].Sum() / ranks;
        }

        return new RankingQuality(hits / rows.Count, gains / rows.Count, Filled: 0);
    }
}
