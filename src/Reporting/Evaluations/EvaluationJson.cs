using System.Text.Json;
using MovieChain.Evaluation;
using MovieChain.Learning.Factorization;

namespace MovieChain.Reporting.Evaluations;

/// <summary>An evaluation on rating files as a JSON document.</summary>
internal static class EvaluationJson
{
    /// <summary>Writes the errors of predicted ratings.</summary>
    public static void Write(TextWriter output, EvaluationData data, RatingResult result) => JsonText.WriteObject(output, json =>
    {
        json.WriteString("task", "ratings");
        WriteData(json, data);
        WriteRule(json, result.Rule);
        WriteOptions(json, result.Options);
        json.WriteString("filledWith", EvaluationWords.FilledWith(isRanking: false));
        json.WriteObjects("models", result.Means, figures => WriteFigures(json, figures));
        json.WriteObjects("folds", result.Folds.Index(), indexed =>
        {
            var (i, fold) = indexed;
            json.WriteNumber("fold", i + 1);
            json.WriteNumber("trainingRows", fold.TrainingRows);
            json.WriteNumber("testRows", fold.TestRows);
            json.WriteNumber("unseenUsers", fold.UnseenUsers);
            json.WriteNumber("unseenFilms", fold.UnseenFilms);
            WriteChoice(json, fold.Choice, "rmse");
            json.WriteObjects("models", fold.Models, figures => WriteFigures(json, figures));
        });
    });

    /// <summary>Writes the quality of rankings.</summary>
    public static void Write(TextWriter output, EvaluationData data, RankingResult result) => JsonText.WriteObject(output, json =>
    {
        json.WriteString("task", "ranking");
        WriteData(json, data);
        WriteRule(json, result.Rule);
        json.WriteNumber("cutoff", RankingQuality.Cutoff);
        json.WriteNumber("trainingRows", result.TrainingRows);
        json.WriteNumber("testRows", result.TestRows);
        json.WriteNumber("unseenUsers", result.Candidates.UnseenUsers);
        json.WriteNumber("unseenFilms", result.Candidates.UnseenFilms);
        json.WriteStartObject("candidates");
        json.WriteString("source", result.Candidates.Source == CandidateSource.Sampled ? "drawn" : JsonText.Key(result.Candidates.Source));
        json.WriteNumber("fewest", result.Candidates.Fewest);
        json.WriteNumber("most", result.Candidates.Most);
        json.WriteNumber("ownFilms", result.Candidates.OwnFilms);
        json.WriteNumber("repeated", result.Candidates.Repeated);
        json.WriteNumber("rated", result.Candidates.Rated);
        json.WriteNumber("unseen", result.Candidates.Unseen);
        json.WriteEndObject();
        WriteOptions(json, result.Options);
        WriteChoice(json, result.Choice, "ndcg");
        json.WriteString("filledWith", EvaluationWords.FilledWith(isRanking: true));
        json.WriteObjects("models", result.Models, figures =>
        {
            json.WriteString("model", JsonText.Key(figures.Model));
            json.WriteNumber("hitRate", figures.Quality.HitRate);
            json.WriteNumber("ndcg", figures.Quality.Ndcg);
            json.WriteNumber("filled", figures.Quality.Filled);
            WriteTime(json, figures.Fit);
        });
    });

    private static void WriteData(Utf8JsonWriter json, EvaluationData data)
    {
        json.WriteStartObject("data");
        json.WriteNumber("rows", data.Rows);
        json.WriteNumber("users", data.Users);
        json.WriteNumber("films", data.Films);
        json.WriteEndObject();
    }

    /// <summary>Writes how training and test rows were separated; null for what the rule does not have.</summary>
    private static void WriteRule(Utf8JsonWriter json, SplitRule rule)
    {
        json.WriteString("split", JsonText.Key(rule.Kind));
        json.WriteNumberOrNull("splitTime", rule.Fraction);
        json.WriteNumberOrNull("firstTestTime", rule.FirstTestTime);
        json.WriteNumberOrNull("usersWithTies", rule.UsersWithTies);
    }

    private static void WriteFigures(Utf8JsonWriter json, RatingFigures figures)
    {
        json.WriteString("model", JsonText.Key(figures.Model));
        json.WriteNumber("rmse", figures.Error.Rmse);
        json.WriteNumber("mae", figures.Error.Mae);
        json.WriteNumber("filled", figures.Error.Filled);
        WriteTime(json, figures.Fit);
    }

    private static void WriteTime(Utf8JsonWriter json, FitTime? fit)
    {
        json.WriteNumberOrNull("fitSeconds", fit?.Time.TotalSeconds);
        json.WriteNumberOrNull("rowsPerSecond", fit?.RowsPerSecond);
    }

    private static void WriteOptions(Utf8JsonWriter json, MatrixFactorizationOptions options)
    {
        json.WriteStartObject("options");
        WriteSettings(json, options);
        json.WriteNumber("seed", options.Seed);
        json.WriteNumber("threads", options.NumberOfThreads);
        json.WriteEndObject();
    }

    /// <summary>Writes the tuned settings; null where nothing was tuned.</summary>
    private static void WriteChoice(Utf8JsonWriter json, Choice? choice, string scoreName)
    {
        if (choice is null)
        {
            json.WriteNull("tuned");
            return;
        }

        json.WriteStartObject("tuned");
        WriteSettings(json, choice.Options);
        json.WriteNumber(scoreName, choice.Score);
        json.WriteNumberOrNull("usersWithTies", choice.UsersWithTies);
        json.WriteNumber("fits", choice.Fits);
        json.WriteNumber("seconds", choice.Time.TotalSeconds);
        json.WriteEndObject();
    }

    private static void WriteSettings(Utf8JsonWriter json, MatrixFactorizationOptions options)
    {
        json.WriteNumber("rank", options.ApproximationRank);
        json.WriteNumber("regularization", options.Lambda);
        json.WriteNumber("iterations", options.NumberOfIterations);
        if (options.LossFunction == FactorizationLoss.SquareLossOneClass)
        {
            json.WriteNumber("alpha", options.Alpha);
        }
    }
}
