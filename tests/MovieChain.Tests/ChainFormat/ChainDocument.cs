using System.Text.RegularExpressions;

namespace MovieChain.Tests.ChainFormat;

/// <summary>docs/chain.md: the commands that it quotes, with their outputs, and the bytes of its test vectors.</summary>
internal static partial class ChainDocument
{
    private const string Prompt = "$ ";
    private const string Program = "dotnet run --project src -- ";
    private const string FileOption = " --chain ";

    public static string Text { get; } = File.ReadAllText(Path.Combine(Repository.Root, "docs", "chain.md")).ReplaceLineEndings("\n");

    /// <summary>The options of the run that wrote the vector chain, up to the names of its files.</summary>
    public static string VectorOptions { get; } = ReadVectorOptions();

    /// <summary>The bytes by their names: lines NAME = HEX, which continue on indented lines.</summary>
    public static IReadOnlyDictionary<string, string> Bytes() =>
        NamedBytes().Matches(Text).ToDictionary(match => match.Groups["name"].Value, match => Space().Replace(match.Groups["hex"].Value, ""));

    /// <summary>The commands of all code blocks in order, without the prompt, and the output that is quoted below each.</summary>
    public static IEnumerable<(string Command, string Output)> Commands()
    {
        foreach (Match block in CodeBlock().Matches(Text))
        {
            foreach (var part in block.Groups["body"].Value.Split($"\n{Prompt}").Skip(1))
            {
                var end = part.IndexOf('\n', StringComparison.Ordinal);
                yield return end < 0 ? (part, "") : (part[..end], part[(end + 1)..] + "\n");
            }
        }
    }

    /// <summary>A command line of the program without what starts it; null for any other command.</summary>
    public static string? OptionsOf(string command) => command.StartsWith(Program, StringComparison.Ordinal) ? command[Program.Length..] : null;

    private static string ReadVectorOptions()
    {
        var options = Commands().Select(command => OptionsOf(command.Command) ?? "")
            .Single(options => options.Contains($"{VectorChain.Folder}/market.json", StringComparison.Ordinal));
        return options[..options.IndexOf(FileOption, StringComparison.Ordinal)];
    }

    [GeneratedRegex(@"^(?<name>[A-Za-z][A-Za-z ]*) = (?<hex>[0-9a-f]+(\n +[0-9a-f]+)*)$", RegexOptions.Multiline)]
    private static partial Regex NamedBytes();

    [GeneratedRegex(@"^```(?<body>(\n(?!```).*)*)\n```$", RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
