using System.Globalization;
using System.Text.Json;
using MovieChain.Ledger;
using MovieChain.Simulation;
using Spectre.Console;

namespace MovieChain.Reporting;

/// <summary>What there is to say of a chain's file that is valid.</summary>
public static class VerificationReport
{
    private static readonly JsonWriterOptions _layout = new() { Indented = true, NewLine = "\n" };

    /// <summary>Writes it for people.</summary>
    public static void WriteTable(IAnsiConsole console, ChainFileSummary found)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(found);
        console.Profile.Width = Math.Min(console.Profile.Width, TableReport.MaxWidth);
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(1).PadRight(1)).AddColumn(new GridColumn().Padding(0, 0));
        AddRow("Chain", $"valid");
        AddRow("Blocks", $"{found.Blocks:N0}");
        AddRow("Weeks", $"{ResumeCheck.WeeksOf(found):N0}");
        AddRow("Authors", $"{string.Join(", ", AuthorsOf(found).Select(Printable.Of))}");
        AddRow("Records", $"{found.Records:N0}");
        AddRow("Bytes", $"{found.FileLength:N0}");
        AddRow("Difficulty", $"{found.Rules?.Difficulty.Bits}");
        AddRow("Head", $"{found.Head.Hash()}");
        console.Write(grid);

        void AddRow(string name, FormattableString text) =>
            grid.AddRow(new Markup($"[bold]{name}[/]"), new Text(text.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Writes it as a JSON document.</summary>
    public static void WriteJson(TextWriter output, ChainFileSummary found)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(found);
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, _layout))
        {
            json.WriteStartObject();
            json.WriteBoolean("valid", true);
            json.WriteNumber("blocks", found.Blocks);
            json.WriteNumber("weeks", ResumeCheck.WeeksOf(found));
            json.WriteStartArray("authors");
            foreach (var name in AuthorsOf(found))
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
            json.WriteNumber("records", found.Records);
            json.WriteNumber("bytes", found.FileLength);
            json.WriteNumber("difficulty", found.Rules?.Difficulty.Bits ?? 0);
            json.WriteString("head", found.Head.Hash().ToString());
            json.WriteEndObject();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static IEnumerable<string> AuthorsOf(ChainFileSummary found) => found.Rules?.Authors.Select(author => author.Name) ?? [];
}
