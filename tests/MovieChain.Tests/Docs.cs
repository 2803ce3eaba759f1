using System.Text.RegularExpressions;

namespace MovieChain.Tests;

/// <summary>README.md and the pages of docs.</summary>
internal static partial class Docs
{
    /// <summary>The text of each page by its path below the root.</summary>
    public static IReadOnlyDictionary<string, string> Pages { get; } = Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md")
        .Select(path => $"docs/{Path.GetFileName(path)}")
        .Prepend("README.md")
        .ToDictionary(page => page, page => File.ReadAllText(Path.Combine(Repository.Root, page)).ReplaceLineEndings("\n"));

    public static string Readme => Pages["README.md"];

    public static string Options => Pages["docs/options.md"];

    /// <summary>All pages as running text.</summary>
    public static string AllText { get; } = string.Join(' ', Pages.Values).ReplaceLineEndings(" ");

    /// <summary>The quoted commands of a page, with the output below each; empty where none is quoted.</summary>
    public static IEnumerable<(string Command, string Output)> Quotations(string page) =>
        QuotedCommand().Matches(Pages[page]).Select(match => (match.Groups["command"].Value, match.Groups["output"].Value));

    /// <summary>The arguments of every command line of a page, in a block or in running text.</summary>
    public static IEnumerable<string> CommandLines(string page) => CommandLine().Matches(Pages[page]).Select(match => match.Groups["arguments"].Value);

    /// <summary>The targets of the links of a page.</summary>
    public static IEnumerable<string> Links(string page) => Link().Matches(WithoutCode(Pages[page])).Select(match => match.Groups["target"].Value);

    /// <summary>The anchors of the headings of a page, as GitHub makes them.</summary>
    public static IEnumerable<string> Anchors(string page) => Heading().Matches(WithoutCode(Pages[page]))
        .Select(match => NoAnchor().Replace(match.Groups["title"].Value.ToLowerInvariant(), "").Replace(' ', '-'));

    /// <summary>The text below a heading, up to the next heading of its level.</summary>
    public static string Section(string page, string heading) =>
        Pages[page].Split($"\n## {heading}\n")[1].Split("\n## ")[0];

    private static string WithoutCode(string text) => CodeBlock().Replace(text, "");

    [GeneratedRegex(@"^\$ dotnet run --project src(?: -c Release)? -- (?<command>.*)\n(?<output>(?:(?!\$ |```).*\n)*)", RegexOptions.Multiline)]
    private static partial Regex QuotedCommand();

    [GeneratedRegex("dotnet run --project src(?: -c Release)? -- (?<arguments>[^`>\n]*)")]
    private static partial Regex CommandLine();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (?<title>.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NoAnchor();

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
