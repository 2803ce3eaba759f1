using MovieChain.Evaluation;

namespace MovieChain.Reporting.Evaluations;

/// <summary>Test rows with what the factorization predicts, as CSV.</summary>
internal static class PredictionsCsv
{
    /// <summary>Writes the names of the columns.</summary>
    public static void WriteHeader(TextWriter output, bool isRanking)
    {
        using var csv = CsvText.CreateForIds(output);
        csv.WriteHeader(isRanking ? ["user", "item", "rank", "candidates", "score"] : ["fold", "user", "item", "rating", "prediction", "filled"]);
    }

    /// <summary>Writes predicted ratings.</summary>
    public static void Write(TextWriter output, IdIndex users, IdIndex films, MeasuredSplit<PredictedRow> split)
    {
        using var csv = CsvText.CreateForIds(output);
        for (var row = 0; row < split.Rows.Length; row++)
        {
            csv.WriteField(split.Number);
            csv.WriteField(users[split.Test.Users[row]]);
            csv.WriteField(films[split.Test.Films[row]]);
            csv.WriteField(split.Test.Ratings[row]);
            csv.WriteField(split.Rows[row].Rating);
            csv.WriteField(split.Rows[row].IsFilled ? 1 : 0);
            csv.EndRecord();
        }
    }

    /// <summary>Writes ranks; a film without a score has an empty field.</summary>
    public static void Write(TextWriter output, IdIndex users, IdIndex films, MeasuredSplit<RankedRow> split)
    {
        using var csv = CsvText.CreateForIds(output);
        for (var row = 0; row < split.Rows.Length; row++)
        {
            var ranked = split.Rows[row];
            csv.WriteField(users[split.Test.Users[row]]);
            csv.WriteField(films[split.Test.Films[row]]);
            csv.WriteField(ranked.Rank);
            csv.WriteField(ranked.Candidates);
            csv.WriteField(double.IsNaN(ranked.Score) ? null : (double?)ranked.Score);
            csv.EndRecord();
        }
    }
}
