using System.Text.Json;
using MovieChain.Simulation;

namespace MovieChain.Tests.CommandLine;

/// <summary>The files of the folder scenarios run, and docs name each of them.</summary>
public sealed class ScenariosTests
{
    private const string Folder = "scenarios";

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, Folder)).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_scenario_runs(string file) =>
        (await Invocation.RunAsync("--scenario", PathOf(file), "--weeks", "2", "--difficulty", "0", "--no-progress")).AssertSucceeded();

    [Theory]
    [MemberData(nameof(Files))]
    public void A_scenario_has_a_row_in_the_docs_and_begins_with_what_it_is(string file)
    {
        Assert.Contains($"\n| `{file}` | ", Docs.Options, StringComparison.Ordinal);
        Assert.StartsWith("{\n  // ", Text(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Docs_and_help_name_no_other_file_of_the_folder()
    {
        var files = Directory.EnumerateFiles(Path.Combine(Repository.Root, Folder)).Select(path => Path.GetFileName(path)).ToList();
        var named = string.Join('\n', Docs.Pages.Values).Split($"{Folder}/").Skip(1).Select(rest => rest.Split('.')[0] + ".json").Distinct();
        Assert.All(named, file => Assert.Contains(file, files));
        var rows = Docs.Options.Split("### Scenarios to begin with")[1].Split("\n## ")[0].Split('\n').Count(line => line.StartsWith("| `", StringComparison.Ordinal));
        Assert.Equal(files.Count, rows);
    }

    [Fact]
    public async Task The_market_of_the_notebook_is_that_of_the_defaults()
    {
        var options = JsonElement.Parse(
            (await Invocation.RunAsync("--scenario", PathOf("notebook.json"), "--weeks", "1", "--format", "json", "--no-progress")).AssertSucceeded());
        var plain = JsonElement.Parse((await Invocation.RunAsync("--weeks 1 --format json --no-progress")).AssertSucceeded());

        Assert.Equal(plain.GetRawText(), options.GetRawText());
        using var file = JsonDocument.Parse(Text("notebook.json"), new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        Assert.Equal(Settings.Weeks.Default, file.RootElement.GetProperty("weeks").GetInt32());
    }

    [Fact]
    public void The_scenario_that_the_docs_print_is_the_file() =>
        Assert.Contains($"```\n{Text("newcomer.json")}```\n", Docs.Options, StringComparison.Ordinal);

    [Theory]
    [InlineData("compare own all --scenario scenarios/two.json --weeks 2 --customers 5")]
    [InlineData("compare own all --scenario scenarios/rivals.json --weeks 2 --customers 5")]
    [InlineData("value --scenario scenarios/newcomer.json --weeks 2 --customers 5")]
    [InlineData("compare scenarios/notebook.json+weeks=2+customers=5 scenarios/privacy.json+weeks=2")]
    public async Task A_study_of_a_scenario_runs(string command)
    {
        var words = $"{command} --replications 2".Split(' ');
        (await Invocation.RunAsync([.. words.Select(word => word.Replace($"{Folder}/", PathOf(""), StringComparison.Ordinal))])).AssertSucceeded();
    }

    private static string PathOf(string file) => Path.Combine(Repository.Root, Folder) + Path.DirectorySeparatorChar + file;

    private static string Text(string file) => File.ReadAllText(PathOf(file)).ReplaceLineEndings("\n");
}
