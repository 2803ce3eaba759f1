using System.Collections.Immutable;
using System.Globalization;
using MovieChain.Evaluation;
using Spectre.Console;

namespace MovieChain.Reporting.Evaluations;

/// <summary>The results of an evaluation on rating files, for people.</summary>
internal static class EvaluationTable
{
    /// <summary>Writes the errors of predicted ratings.</summary>
    public static void Write(IAnsiConsole console, EvaluationData data, RatingResult result)
    {
        var models = result.Means;
        var table = new StackedTable("Rating prediction", "Model", [.. models.Select(figures => EvaluationWords.Name(figures.Model, isRanking: false))]);
        AddErrors(table, [.. models.Select(figures => figures.Error)], [.. models.Select(figures => figures.Fit)]);
        table.Write(console);
        if (result.Folds.Length > 1)
        {
            WriteFolds(console, result.Folds);
        }

        WriteNotes(console, EvaluationWords.On(data, result));
    }

    /// <summary>Writes the quality of rankings.</summary>
    public static void Write(IAnsiConsole console, EvaluationData data, RankingResult result)
    {
        var models = result.Models;
        var table = new StackedTable("Ranking", "Model", [.. models.Select(figures => EvaluationWords.Name(figures.Model, isRanking: true))]);
        table.Add($"HR@{RankingQuality.Cutoff}", models.Select(figures => Figure(figures.Quality.HitRate)));
        table.Add($"NDCG@{RankingQuality.Cutoff}", models.Select(figures => Figure(figures.Quality.Ndcg)));
        table.Add("filled", models.Select(figures => Printable.Number(figures.Quality.Filled)));
        AddTimes(table, models.Select(figures => figures.Fit));
        table.Write(console);
        WriteNotes(console, EvaluationWords.On(data, result));
    }

    private static void WriteFolds(IAnsiConsole console, ImmutableArray<RatingFold> folds)
    {
        var model = EvaluationWords.Name(folds[0].Models[^1].Model, isRanking: false);
        var table = new StackedTable($"{model} by fold", StackedTable.Number("fold", folds.Select((_, place) => Printable.Number(place + 1))));
        table.Add("training\nrows", folds.Select(fold => Printable.Number(fold.TrainingRows)));
        table.Add("test\nrows", folds.Select(fold => Printable.Number(fold.TestRows)));
        AddErrors(table, [.. folds.Select(fold => fold.Models[^1].Error)], [.. folds.Select(fold => fold.Models[^1].Fit)]);
        table.Write(console);
    }

    private static void AddErrors(StackedTable table, ImmutableArray<RatingError> errors, ImmutableArray<FitTime> fits)
    {
        table.Add("RMSE", errors.Select(error => Figure(error.Rmse)));
        table.Add("MAE", errors.Select(error => Figure(error.Mae)));
        table.Add("filled", errors.Select(error => Printable.Number(error.Filled)));
        AddTimes(table, fits.Select(fit => (FitTime?)fit));
    }

    private static void AddTimes(StackedTable table, IEnumerable<FitTime?> fits)
    {
        table.Add("fit\nseconds", fits.Select(fit => fit?.Time.TotalSeconds.ToString("F3", CultureInfo.InvariantCulture) ?? Share.Nothing));
        table.Add("rows\na second", fits.Select(fit => fit is { } time ? Printable.Number(Math.Round(time.RowsPerSecond)) : Share.Nothing));
    }

    private static void WriteNotes(IAnsiConsole console, IEnumerable<(string Name, string Text)> notes)
    {
        var heading = new Heading(console);
        foreach (var (name, text) in notes)
        {
            heading.Write(name, text);
        }
    }

    private static string Figure(double value) => value.ToString("F4", CultureInfo.InvariantCulture);
}
