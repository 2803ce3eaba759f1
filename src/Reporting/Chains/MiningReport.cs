using System.Collections.Immutable;
using MovieChain.Ledger;
using Spectre.Console;
using static System.FormattableString;

namespace MovieChain.Reporting.Chains;

/// <summary>The result of mining one block.</summary>
/// <param name="Difficulty">The required difficulty.</param>
/// <param name="Nonce">The lowest nonce that fits.</param>
/// <param name="Hash">The hash that it gives.</param>
/// <param name="Time">How long the search took.</param>
/// <param name="Path">The name of the hashing path.</param>
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
        var heading = new Heading(console);
        heading.Write("Difficulty", Invariant($"{result.Difficulty.Bits} leading zero bits"));
        heading.Write("Nonce", Printable.Number(result.Nonce));
        heading.Write("Hash", $"{result.Hash}");
        heading.Write("Attempts", Invariant($"{result.Attempts:N0} found, {result.Difficulty.ExpectedAttempts:N0} expected"));
        heading.Write("Seconds", Invariant($"{result.Time.TotalSeconds:F3}"));
        heading.Write("Rate", Invariant($"{result.AttemptsPerSecond / Million:F1} million attempts a second"));
        heading.Write("Path", result.Path);
        heading.Write("Threads", Invariant($"{result.Threads}"));
    }

    /// <summary>Writes rates for people.</summary>
    public static void Write(IAnsiConsole console, ImmutableArray<MiningRate> rates)
    {
        var table = new StackedTable("Rates by path", "Path", [.. rates.Select(rate => rate.Name)]);
        table.Add("Lanes", rates.Select(rate => Invariant($"{rate.Lanes}")));
        table.Add("Threads", rates.Select(rate => Invariant($"{rate.Threads}")));
        table.Add("Million attempts a second", rates.Select(rate => rate.AttemptsPerSecond is { } speed ? Invariant($"{speed / Million:F1}") : "not available"));
        table.Add("Times HashData", rates.Select(rate => rate.Ratio is { } ratio ? Invariant($"{ratio:F1}") : Share.Nothing));
        table.Write(console);
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
