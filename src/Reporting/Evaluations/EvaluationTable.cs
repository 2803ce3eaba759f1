using System.Collections.Immutable;
using System.Globalization;
using MovieChain.Evaluation;

namespace MovieChain.Reporting.Evaluations;

/// <summary>The results of an evaluation on rating files, for people.</summary>
internal static class EvaluationTable
{
    private static readonly ImmutableArray<ColumnTable.Column> _timeColumns = [new("Fit seconds", 12, IsNumber: true), new("Rows a second", 14, IsNumber: true)];

    private static readonly ImmutableArray<ColumnTable.Column> _ratingColumns =
    [
        new("Model", 24), new("RMSE", 8, IsNumber: true), new("MAE", 8, IsNumber: true), new("Filled", 9, IsNumber: true), .. _timeColumns,
    ];

    private static readonly ImmutableArray<ColumnTable.Column> _rankingColumns =
    [
        new("Model", 24), new($"HR@{RankingQuality.Cutoff}", 8, IsNumber: true), new($"NDCG@{RankingQuality.Cutoff}", 8, IsNumber: true), new("Filled", 9, IsNumber: true), .. _timeColumns,
    ];

    private static readonly ImmutableArray<ColumnTable.Column> _foldColumns =
    [
        new("Fold", 4, IsNumber: true),
        new("Training", 10, IsNumber: true),
        new("Test", 10, IsNumber: true),
        new("RMSE", 8, IsNumber: true),
        new("MAE", 8, IsNumber: true),
        new("Filled", 9, IsNumber: true),
        .. _timeColumns,
    ];

    /// <summary>Writes the errors of predicted ratings.</summary>
    public static void Write(TextWriter output, int width, EvaluationData data, RatingResult result)
    {
        var table = new ColumnTable(output, width, _ratingColumns);
        table.WriteHead();
        foreach (var figures in result.Means)
        {
            table.WriteRow(
                EvaluationWords.Name(figures.Model, isRanking: false),
                Figure(figures.Error.Rmse),
                Figure(figures.Error.Mae),
                Printable.Number(figures.Error.Filled),
                Seconds(figures.Fit),
                Rate(figures.Fit));
        }

        if (result.Folds.Length > 1)
        {
            WriteFolds(output, width, result.Folds);
        }

        WriteNotes(output, width, EvaluationWords.On(data, result));
    }

    /// <summary>Writes the quality of rankings.</summary>
    public static void Write(TextWriter output, int width, EvaluationData data, RankingResult result)
    {
        var table = new ColumnTable(output, width, _rankingColumns);
        table.WriteHead();
        foreach (var figures in result.Models)
        {
            table.WriteRow(
                EvaluationWords.Name(figures.Model, isRanking: true),
                Figure(figures.Quality.HitRate),
                Figure(figures.Quality.Ndcg),
                Printable.Number(figures.Quality.Filled),
                figures.Fit is { } fit ? Seconds(fit) : Share.Nothing,
                figures.Fit is { } timed ? Rate(timed) : Share.Nothing);
        }

        WriteNotes(output, width, EvaluationWords.On(data, result));
    }

    private static void WriteFolds(TextWriter output, int width, ImmutableArray<RatingFold> folds)
    {
        var table = new ColumnTable(output, width, _foldColumns);
        table.WriteHead();
        for (var i = 0; i < folds.Length; i++)
        {
            var figures = folds[i].Models[^1];
            table.WriteRow(
                Printable.Number(i + 1),
                Printable.Number(folds[i].TrainingRows),
                Printable.Number(folds[i].TestRows),
                Figure(figures.Error.Rmse),
                Figure(figures.Error.Mae),
                Printable.Number(figures.Error.Filled),
                Seconds(figures.Fit),
                Rate(figures.Fit));
        }
    }

    private static void WriteNotes(TextWriter output, int width, IEnumerable<(string Name, string Text)> notes)
    {
        output.WriteLine();
        var heading = new Heading(output, width);
        foreach (var (name, text) in notes)
        {
            heading.Write(name, text);
        }
    }

    private static string Figure(double value) => value.ToString("F4", CultureInfo.InvariantCulture);

    private static string Seconds(FitTime fit) => fit.Time.TotalSeconds.ToString("F3", CultureInfo.InvariantCulture);

    private static string Rate(FitTime fit) => Printable.Number(Math.Round(fit.RowsPerSecond));
}
