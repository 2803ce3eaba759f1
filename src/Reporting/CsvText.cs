using CsvHelper;

namespace MovieChain.Reporting;

/// <summary>CSV as all reports write it.</summary>
internal static class CsvText
{
    /// <summary>A writer that ends lines with a line feed and leaves the output open.</summary>
    public static CsvWriter Create(TextWriter output) => CsvWriter.Create(output, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);
}
