using System.CommandLine;
using Spectre.Console;

namespace MovieChain.CommandLine;

/// <summary>The form of a report.</summary>
internal enum ReportFormat
{
    /// <summary>Tables for people.</summary>
    Table,

    /// <summary>Rows for a spreadsheet.</summary>
    Csv,

    /// <summary>One document.</summary>
    Json,
}

/// <summary>The option <c>--format</c>.</summary>
/// <param name="offered">The formats that the command has, the default first.</param>
internal sealed class FormatOption(params ReportFormat[] offered)
{
    public Option<ReportFormat?> Option { get; } = OptionOf.Choice("--format", "Form of the report", offered);

    public ReportFormat Read(ParseResult parsed) => parsed.GetValue(Option) ?? offered[0];

    /// <summary>Writes a report in the format that was asked for.</summary>
    public void Write(ParseResult parsed, Action<IAnsiConsole> draw, Action<TextWriter> writeJson, Action<TextWriter>? writeCsv = null)
    {
        Action<TextWriter> write = Read(parsed) switch
        {
            ReportFormat.Table => output => Terminal.Write(output, draw),
            ReportFormat.Json => writeJson,
            ReportFormat.Csv when writeCsv is not null => writeCsv,
            var format => throw new NotSupportedException($"There is no report in the format {format}."),
        };
        write(parsed.InvocationConfiguration.Output);
    }
}
