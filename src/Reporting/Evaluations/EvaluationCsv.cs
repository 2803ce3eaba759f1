using CsvHelper;
using MovieChain.Evaluation;
using MovieChain.Learning.Factorization;

namespace MovieChain.Reporting.Evaluations;

/// <summary>An evaluation on rating files as tidy CSV: one row for each fold, user with test rows, and model. The seed and the settings of
/// the factorization (those tuned, if any) tell the rows of several runs apart.</summary>
internal static class EvaluationCsv
{
    /// <summary>Writes the errors of predicted ratings.</summary>
    public static void Write(TextWriter output, IdIndex users, RatingResult result)
    {
        using var csv = CsvText.CreateForIds(output);
        csv.WriteHeader("fold", "user", "model", "trainingRows", "testRows", "rmse", "mae", "filled", "seed", "rank", "regularization", "iterations");
        for (var i = 0; i < result.Folds.Length; i++)
        {
            foreach (var user in result.Folds[i].Users)
            {
                foreach (var (figures, error) in result.Folds[i].Models.Zip(user.Models))
                {
                    csv.WriteField(i + 1);
                    csv.WriteField(users[user.User]);
                    csv.WriteField(JsonText.Key(figures.Model));
                    csv.WriteField(user.TrainingRows);
                    csv.WriteField(user.TestRows);
                    csv.WriteField(error.Rmse);
                    csv.WriteField(error.Mae);
                    csv.WriteField(error.Filled);
                    WriteSettings(csv, result.Folds[i].Choice?.Options ?? result.Options);
                    csv.EndRecord();
                }
            }
        }
    }

    /// <summary>Writes the quality of rankings.</summary>
    public static void Write(TextWriter output, IdIndex users, RankingResult result)
    {
        using var csv = CsvText.CreateForIds(output);
        csv.WriteHeader("user", "model", "trainingRows", "testRows", "hitRate", "ndcg", "filled", "seed", "rank", "regularization", "iterations", "alpha");
        var options = result.Choice?.Options ?? result.Options;
        foreach (var user in result.Users)
        {
            foreach (var (figures, quality) in result.Models.Zip(user.Models))
            {
                csv.WriteField(users[user.User]);
                csv.WriteField(JsonText.Key(figures.Model));
                csv.WriteField(user.TrainingRows);
                csv.WriteField(user.TestRows);
                csv.WriteField(quality.HitRate);
                csv.WriteField(quality.Ndcg);
                csv.WriteField(quality.Filled);
                WriteSettings(csv, options);
                csv.WriteField(options.Alpha);
                csv.EndRecord();
            }
        }
    }

    private static void WriteSettings(CsvWriter csv, MatrixFactorizationOptions options)
    {
        csv.WriteField(options.Seed);
        csv.WriteField(options.ApproximationRank);
        csv.WriteField(options.Lambda);
        csv.WriteField(options.NumberOfIterations);
    }
}
