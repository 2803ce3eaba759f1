namespace MovieChain.Evaluation;

/// <summary>Rank of the film of a test row among its candidates.</summary>
/// <param name="Score">Score of the film; NaN if the model has none.</param>
/// <param name="Rank">Rank, from 1.</param>
/// <param name="Candidates">Number of candidates.</param>
internal readonly record struct RankedRow(double Score, int Rank, int Candidates)
{
    /// <summary>The ranks of all test rows.</summary>
    /// <param name="model">Model that scores films; a higher score ranks first.</param>
    /// <param name="test">Test rows.</param>
    /// <param name="candidates">Candidates of the test rows.</param>
    /// <param name="workers">Thread budget.</param>
    public static RankedRow[] Of(IRatingModel model, RatingTable test, Candidates candidates, Workers workers)
    {
        var rows = new RankedRow[test.Count];
        workers.ForRanges(rows.Length, (start, end) =>
        {
            for (var row = start; row < end; row++)
            {
                var films = candidates.Of(row);
                var score = model.Predict(test.Users[row], test.Films[row]);
                rows[row] = new RankedRow(score, RankOf(model, test.Users[row], score, films), films.Length);
            }
        });
        return rows;
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
