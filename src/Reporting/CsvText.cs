using CsvHelper;

namespace MovieChain.Reporting;

/// <summary>CSV as all reports write it.</summary>
internal static class CsvText
{
    /// <summary>A text that begins with a character of a formula gets an apostrophe before it: names come from files of others, and
    /// spreadsheets run formulas.</summary>
    private static readonly CsvWriterOptions _layout = new() { NewLine = "\n", Injection = CsvInjection.Escape };

    /// <summary>Ids of rating files stay as they are, so that rows can be joined with those files again.</summary>
    private static readonly CsvWriterOptions _idLayout = new() { NewLine = "\n" };

    /// <summary>A writer that ends lines with a line feed and leaves the output open.</summary>
    public static CsvWriter Create(TextWriter output) => CsvWriter.Create(output, _layout, leaveOpen: true);

    /// <summary>A writer for rows with ids of rating files.</summary>
    public static CsvWriter CreateForIds(TextWriter output) => CsvWriter.Create(output, _idLayout, leaveOpen: true);
}
