using MovieChain.Ledger;
using MovieChain.Simulation;
using Spectre.Console;

namespace MovieChain.Reporting.Chains;

/// <summary>The report on a valid chain's file.</summary>
internal static class VerificationReport
{
    /// <summary>Writes it for people.</summary>
    public static void Write(IAnsiConsole console, ChainFileSummary found)
    {
        var heading = new Heading(console);
        heading.Write("Chain", "valid");
        heading.Write("Blocks", Printable.Number(found.Blocks));
        heading.Write("Weeks", Printable.Number(ResumeCheck.WeeksOf(found)));
        heading.Write("Authors", string.Join(", ", AuthorsOf(found)));
        heading.Write("Records", Printable.Number(found.Records));
        heading.Write("Bytes", Printable.Number(found.FileLength));
        heading.Write("Difficulty", Printable.Number(found.Rules?.Difficulty.Bits ?? 0));
        heading.Write("Head", $"{found.Head.Hash()}");
    }

    /// <summary>Writes it as a JSON document.</summary>
    public static void WriteJson(TextWriter output, ChainFileSummary found)
    {
        using var stream = new JsonStream(output);
        var json = stream.Json;
        JsonText.BeginDocument(json);
        json.WriteBoolean("valid", true);
        json.WriteNumber("blocks", found.Blocks);
        json.WriteNumber("weeks", ResumeCheck.WeeksOf(found));
        json.WriteStrings("authors", AuthorsOf(found));
        json.WriteNumber("records", found.Records);
        json.WriteNumber("bytes", found.FileLength);
        json.WriteNumber("difficulty", found.Rules?.Difficulty.Bits ?? 0);
        json.WriteString("head", found.Head.Hash().ToString());
        json.WriteEndObject();
        stream.End();
    }

    private static IEnumerable<string> AuthorsOf(ChainFileSummary found) => found.Rules?.Authors.Select(author => author.Name) ?? [];
}
