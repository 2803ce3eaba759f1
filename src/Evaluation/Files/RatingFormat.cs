namespace MovieChain.Evaluation.Files;

/// <summary>What a task does with a column.</summary>
internal enum ColumnUse
{
    /// <summary>The column is not read, even where there is one.</summary>
    Ignored,
    /// <summary>The column is read where there is one.</summary>
    IfGiven,
    /// <summary>A file without the column is refused.</summary>
    Required,
}

/// <summary>What is known about the format of rating files before they are read.</summary>
/// <param name="Layout">Separator of the fields; null to detect it from the first line.</param>
/// <param name="Columns">Columns that the user named.</param>
/// <param name="Ratings">Use of the column of ratings.</param>
/// <param name="Times">Use of the column of times.</param>
internal sealed record RatingFormat(RatingLayout? Layout, ColumnChoice Columns, ColumnUse Ratings, ColumnUse Times)
{
    /// <summary>A format with nothing named, all columns required.</summary>
    public static RatingFormat Any { get; } = new(null, new ColumnChoice(), ColumnUse.Required, ColumnUse.Required);
}
