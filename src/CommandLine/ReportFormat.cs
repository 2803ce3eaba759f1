namespace MovieChain.CommandLine;

/// <summary>What the report looks like.</summary>
internal enum ReportFormat
{
    /// <summary>Tables for people.</summary>
    Table,

    /// <summary>Rows for a spreadsheet.</summary>
    Csv,

    /// <summary>One document.</summary>
    Json,
}
