using System.Text.RegularExpressions;

namespace MovieChain.Tests;

/// <summary>Holds the sources to the table of folders in docs/architecture.md.</summary>
public sealed partial class ArchitectureTests
{
    private const int MaxLines = 300;
    private const string Vocabulary = "";

    /// <summary>What a folder may name besides itself and the vocabulary at the root.</summary>
    private static readonly Dictionary<string, string[]> _mayName = new()
    {
        [Vocabulary] = [],
        ["Randomness"] = [],
        ["Catalogue"] = ["Randomness"],
        ["Audience"] = ["Catalogue", "Randomness"],
        ["Market"] = ["Catalogue", "Audience"],
        ["Ledger"] = [],
        ["Learning"] = ["Randomness", "Catalogue"],
        ["Exchange"] = ["Randomness", "Catalogue", "Audience", "Market", "Ledger", "Learning"],
        ["Simulation"] = ["Randomness", "Catalogue", "Audience", "Market", "Ledger", "Learning", "Exchange"],
        ["Evaluation"] = ["Randomness", "Learning"],
        ["Experiments"] = ["Randomness", "Exchange", "Simulation"],
        ["Reporting"] = ["Exchange", "Simulation", "Ledger", "Evaluation", "Learning", "Experiments"],
        ["CommandLine"] = ["Randomness", "Catalogue", "Audience", "Market", "Ledger", "Learning", "Exchange", "Simulation", "Evaluation", "Experiments", "Reporting"],
    };

    private static readonly SourceFile[] _files = ReadSources();

    public static TheoryData<string> Folders => [.. _mayName.Keys];

    [Fact]
    public void The_folders_of_src_are_those_of_the_table() =>
        Assert.Equal(_mayName.Keys.Order(StringComparer.Ordinal), _files.Select(file => file.Folder).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_names_only_what_the_table_allows(string folder)
    {
        var files = _files.Where(file => file.Folder == folder).ToList();

        Assert.NotEmpty(files);
        Assert.Empty(
            from file in files
            where file.Path != "Program.cs"
            from named in FoldersNamedIn(file.Text)
            where named != folder && !_mayName[folder].Contains(named)
            select $"{file.Path} names {named}");
    }

    [Theory]
    [InlineData("using MovieChain.Market;", "Market")]
    [InlineData("using static MovieChain.Audience.Wallet;", "Audience")]
    [InlineData("using Truth = MovieChain.Audience.Population;", "Audience")]
    [InlineData("using Market;", "Market")]
    [InlineData("var peek = Audience.Wallet.LowBalance;", "Audience")]
    [InlineData("var peek = global::MovieChain.Market.Appeal.Of();", "Market")]
    [InlineData("Read<Market.Orders>();", "Market")]
    public void A_forbidden_name_is_seen_however_it_is_written(string code, string named) => Assert.Equal([named], FoldersNamedIn(code).Distinct());

    [Theory]
    [InlineData("The Market. It is not named by prose.")]
    [InlineData("options.Market.Count")]
    [InlineData("using System.Reporting;")]
    public void What_only_looks_like_a_folder_is_not_taken_for_one(string code) => Assert.Empty(FoldersNamedIn(code));

    [Fact]
    public void No_folder_is_named_for_all_files_at_once()
    {
        Assert.Empty(from file in _files where file.Text.Contains("global using", StringComparison.Ordinal) select file.Path);
        Assert.DoesNotContain("<Using ", File.ReadAllText(Path.Combine(Repository.Source, "MovieChain.csproj")), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_statistics_of_studies_compute_with_MathNet_which_differs_between_machines()
    {
        var naming = _files.Where(file => file.Text.Contains("MathNet.", StringComparison.Ordinal));

        Assert.NotEmpty(naming);
        Assert.All(naming, file => Assert.StartsWith("Experiments/Statistics/", file.Path, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_namespace_is_its_folder() => Assert.Empty(
        from file in _files
        where file.Path != "Program.cs"
        let expected = string.Join('.', file.Path.Split('/')[..^1].Prepend("MovieChain"))
        where !file.Text.Split('\n').Contains($"namespace {expected};")
        select $"{file.Path} is not in namespace {expected}");

    [Fact]
    public void No_file_has_more_than_300_lines() => Assert.Empty(
        from file in _files
        let lines = file.Text.Split('\n').Length - 1
        where lines > MaxLines
        select $"{file.Path} has {lines} lines");

    private static IEnumerable<string> FoldersNamedIn(string code) =>
        NamedFolder().Matches(code).Select(match => match.Groups["folder"].Value).Where(_mayName.ContainsKey);

    private static SourceFile[] ReadSources() =>
    [
        .. from path in Directory.EnumerateFiles(Repository.Source, "*.cs", SearchOption.AllDirectories)
           let relative = Path.GetRelativePath(Repository.Source, path).Replace('\\', '/')
           let folders = relative.Split('/')[..^1]
           where folders is not ["bin" or "obj", ..]
           orderby relative
           select new SourceFile(relative, folders is [] ? Vocabulary : folders[0], File.ReadAllText(path).ReplaceLineEndings("\n")),
    ];

    [GeneratedRegex(@"\bMovieChain\.(?<folder>\w+)|(?<![\w.])(?<folder>\w+)\.(?=\w)|\busing\s+(?<folder>\w+)\s*;")]
    private static partial Regex NamedFolder();

    private sealed record SourceFile(string Path, string Folder, string Text);
}
