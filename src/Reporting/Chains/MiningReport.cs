using System.Collections.Immutable;
using System.Globalization;
using MovieChain.Ledger;
using Spectre.Console;

namespace MovieChain.Reporting.Chains;

/// <summary>What came of mining one block.</summary>
/// <param name="Difficulty">What the hash had to fit.</param>
/// <param name="Nonce">The lowest nonce that fits.</param>
/// <param name="Hash">The hash that it gives.</param>
/// <param name="Time">How long the search took.</param>
/// <param name="Path">The way to hash, by name.</param>
/// <param name="Threads">How many threads searched.</param>
internal sealed record MiningResult(Difficulty Difficulty, ulong Nonce, Hash256 Hash, TimeSpan Time, string Path, int Threads)
{
    /// <summary>How many nonces it took: all up to the one found.</summary>
    public ulong Attempts => Nonce + 1;

    /// <summary>Attempts by time.</summary>
    public double AttemptsPerSecond => Attempts / Time.TotalSeconds;
}

/// <summary>The reports of the command that mines one block.</summary>
internal static class MiningReport
{
    private const double Million = 1e6;

    /// <summary>Writes a result for people.</summary>
    public static void Write(IAnsiConsole console, MiningResult result)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(1).PadRight(1)).AddColumn(new GridColumn().NoWrap().Padding(0, 0));
        AddRow("Difficulty", $"{result.Difficulty.Bits} leading zero bits");
        AddRow("Nonce", $"{result.Nonce:N0}");
        AddRow("Hash", $"{result.Hash}");
        AddRow("Attempts", $"{result.Attempts:N0} found, {result.Difficulty.ExpectedAttempts:N0} expected");
        AddRow("Seconds", $"{result.Time.TotalSeconds:F3}");
        AddRow("Rate", $"{result.AttemptsPerSecond / Million:F1} million attempts a second");
        AddRow("Path", $"{result.Path}");
        AddRow("Threads", $"{result.Threads}");
        console.Write(grid);

        void AddRow(string name, FormattableString text) =>
            grid.AddRow(new Markup($"[bold]{name}[/]"), new Text(text.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Writes rates for people.</summary>
    public static void Write(IAnsiConsole console, ImmutableArray<MiningRate> rates)
    {
        var table = new Table().Border(TableBorder.Simple).NoSafeBorder().Title("[bold]Rates by path[/]").AddColumn(new TableColumn("Path").PadLeft(0).NoWrap());
        foreach (var header in (string[])["Lanes", "Threads", "Million attempts a second", "Times HashData"])
        {
            table.AddColumn(new TableColumn(header).RightAligned().NoWrap());
        }

        foreach (var rate in rates)
        {
            table.AddRow(
                rate.Name,
                rate.Lanes.ToString(CultureInfo.InvariantCulture),
                rate.Threads.ToString(CultureInfo.InvariantCulture),
                (rate.AttemptsPerSecond / Million)?.ToString("F1", CultureInfo.InvariantCulture) ?? "not available",
                rate.Ratio?.ToString("F1", CultureInfo.InvariantCulture) ?? "-");
        }

        console.Write(table);
    }

    /// <summary>Writes a result as a JSON document.</summary>
    public static void WriteJson(TextWriter output, MiningResult result) => JsonText.WriteObject(output, json =>
    {
        json.WriteNumber("difficulty", result.Difficulty.Bits);
        json.WriteNumber("nonce", result.Nonce);
        json.WriteString("hash", result.Hash.ToString());
        json.WriteNumber("attempts", result.Attempts);
        json.WriteNumber("expectedAttempts", result.Difficulty.ExpectedAttempts);
        json.WriteNumber("seconds", result.Time.TotalSeconds);
        json.WriteNumber("attemptsPerSecond", result.AttemptsPerSecond);
        json.WriteString("path", result.Path);
        json.WriteNumber("threads", result.Threads);
    });

    /// <summary>Writes rates as a JSON document; a rate that was not measured is null.</summary>
    public static void WriteJson(TextWriter output, ImmutableArray<MiningRate> rates) => JsonText.WriteObject(output, json =>
    {
        json.WriteStartArray("paths");
        foreach (var rate in rates)
        {
            json.WriteStartObject();
            json.WriteString("name", rate.Name);
            json.WriteNumber("lanes", rate.Lanes);
            json.WriteNumber("threads", rate.Threads);
            json.WriteNumberOrNull("attemptsPerSecond", rate.AttemptsPerSecond);
            json.WriteNumberOrNull("ratio", rate.Ratio);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    });
}
