using MovieChain.Evaluation;

namespace MovieChain.Reporting.Evaluations;

/// <summary>An evaluation on rating files as tidy CSV: one row per model, and for predicted ratings per fold.</summary>
internal static class EvaluationCsv
{
    /// <summary>Writes the errors of predicted ratings.</summary>
    public static void Write(TextWriter output, RatingResult result)
    {
        using var csv = CsvText.Create(output);
        csv.WriteHeader("fold", "model", "trainingRows", "testRows", "rmse", "mae", "filled", "fitSeconds", "rowsPerSecond");
        for (var i = 0; i < result.Folds.Length; i++)
        {
            var fold = result.Folds[i];
            foreach (var figures in fold.Models)
            {
                csv.WriteField(i + 1);
                csv.WriteField(JsonText.Key(figures.Model));
                csv.WriteField(fold.TrainingRows);
                csv.WriteField(fold.TestRows);
                csv.WriteField(figures.Error.Rmse);
                csv.WriteField(figures.Error.Mae);
                csv.WriteField(figures.Error.Filled);
                csv.WriteField(figures.Fit.Time.TotalSeconds);
                csv.WriteField(figures.Fit.RowsPerSecond);
                csv.EndRecord();
            }
        }
    }

    /// <summary>Writes the quality of rankings; a model that is not fitted has no times.</summary>
    public static void Write(TextWriter output, RankingResult result)
    {
        using var csv = CsvText.Create(output);
        csv.WriteHeader("model", "trainingRows", "testRows", "hitRate", "ndcg", "filled", "fitSeconds", "rowsPerSecond");
        foreach (var figures in result.Models)
        {
            csv.WriteField(JsonText.Key(figures.Model));
            csv.WriteField(result.TrainingRows);
            csv.WriteField(result.TestRows);
            csv.WriteField(figures.Quality.HitRate);
            csv.WriteField(figures.Quality.Ndcg);
            csv.WriteField(figures.Quality.Filled);
            csv.WriteField(figures.Fit?.Time.TotalSeconds);
            csv.WriteField(figures.Fit?.RowsPerSecond);
            csv.EndRecord();
        }
    }
}
