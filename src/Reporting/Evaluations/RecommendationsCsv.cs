using MovieChain.Evaluation;

namespace MovieChain.Reporting.Evaluations;

/// <summary>The films that the factorization scores highest for each user, as CSV.</summary>
internal static class RecommendationsCsv
{
    /// <summary>Writes the names of the columns.</summary>
    public static void WriteHeader(TextWriter output)
    {
        using var csv = CsvText.CreateForIds(output);
        csv.WriteHeader("user", "rank", "item", "score");
    }

    /// <summary>Writes one row for each recommended film.</summary>
    public static void Write(TextWriter output, IdIndex users, IdIndex films, IEnumerable<(int User, ScoredFilm[] Films)> recommended)
    {
        using var csv = CsvText.CreateForIds(output);
        foreach (var (user, list) in recommended)
        {
            for (var i = 0; i < list.Length; i++)
            {
                csv.WriteField(users[user]);
                csv.WriteField(i + 1);
                csv.WriteField(films[list[i].Film]);
                csv.WriteField(list[i].Score);
                csv.EndRecord();
            }
        }
    }
}
