using System.Collections.Immutable;
using MovieChain.CommandLine;
using MovieChain.Exchange;
using MovieChain.Reporting;
using MovieChain.Reporting.Runs;
using MovieChain.Simulation;
using MovieChain.Tests.CommandLine;

namespace MovieChain.Tests;

/// <summary>README.md and docs print what the program prints, and name only what is there. The outputs in docs/chain.md have tests of their own.</summary>
public sealed class DocsTests
{
    private const string Omission = "...\n";

    /// <summary>Difficulty affects no profit, so that the tests need not mine.</summary>
    private static readonly SimulationOptions _fixedTastes = new() { Consent = 1, Drift = 0, Difficulty = new(0) };

    /// <summary>A command that the docs quote with the line that refuses it.</summary>
    private const string Refused = "compare own all --reps 5";

    public static TheoryData<string> Pages => [.. Docs.Pages.Keys];

    [Theory]
    [InlineData("--weeks 20 --difficulty 8", 2)]
    [InlineData("compare own notebook", 2)]
    [InlineData("value --customers 20", 1)]
    public async Task Quoted_output_is_that_of_its_command(string command, int quotations)
    {
        var report = (await Invocation.RunAsync(command)).AssertSucceeded();
        var quoted = Docs.Pages.Keys.SelectMany(Docs.Quotations).Where(quotation => quotation.Command == command).ToList();
        Assert.Equal(quotations, quoted.Count);
        Assert.All(quoted, quotation => AssertQuotes(quotation.Output, report));
    }

    [Fact]
    public async Task A_quoted_refusal_is_that_of_its_command() =>
        Assert.Equal((await Invocation.RunAsync(Refused)).Error, Docs.Quotations("docs/options.md").Single(quotation => quotation.Command == Refused).Output);

    [Fact]
    public void Every_quoted_output_is_held_to_the_program_but_those_that_depend_on_the_machine_or_take_minutes()
    {
        string[] held = ["--weeks 20 --difficulty 8", "compare own notebook", "value --customers 20", Refused];
        string[] notHeld = ["mine ", "evaluate "];
        var others = from page in Docs.Pages.Keys.Except(["docs/chain.md", "docs/studies.md"])
                     from quotation in Docs.Quotations(page)
                     where quotation.Output.Length > 0 && !held.Contains(quotation.Command)
                     where !Array.Exists(notHeld, command => quotation.Command.StartsWith(command, StringComparison.Ordinal))
                     select $"{page}: {quotation.Command}";
        Assert.Empty(others);
    }

    [Theory]
    [InlineData("own")]
    [InlineData("notebook")]
    [InlineData("all")]
    public async Task The_profits_in_the_table_of_access_rules_are_those_of_the_commands_above_it(string access)
    {
        var section = Docs.Section("docs/sharing.md", "One seed is not enough");
        var command = $"--customers 20 --access {access}";
        Assert.Contains($"-- {command}\n", section, StringComparison.Ordinal);
        var report = (await Invocation.RunAsync($"{command} --format json")).AssertSucceeded();
        var column = Array.IndexOf(["own", "notebook", "all"], access) + 2;
        foreach (var provider in System.Text.Json.JsonElement.Parse(report).GetProperty("providers").EnumerateArray())
        {
            var row = section.Split('\n').First(line => line.StartsWith($"| {provider.GetProperty("name").GetString()} |", StringComparison.Ordinal));
            Assert.Equal(new Money(provider.GetProperty("profit").GetInt64()).ToString(), row.Split('|')[column].Trim());
        }
    }

    /// <summary>The commands of the studies take minutes: here one week is enough.</summary>
    [Fact]
    public async Task Every_command_of_the_worked_studies_runs()
    {
        var commands = Docs.Quotations("docs/studies.md").Select(quotation => quotation.Command).ToList();
        Assert.InRange(commands.Count, 4, 10);
        foreach (var command in commands)
        {
            var few = command.Contains("--replications", StringComparison.Ordinal) ? "" : " --replications 2";
            (await Invocation.RunAsync($"{command} --weeks 1{few}")).AssertSucceeded();
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_command_line_is_valid(string page)
    {
        var lines = Docs.CommandLines(page).Where(line => line != Refused).ToList();
        Assert.All(lines, AssertValid);
    }

    [Fact]
    public void Every_command_in_the_table_of_the_README_is_valid()
    {
        var rows = Docs.Section("README.md", "Commands").Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows, row => AssertValid(row.Split('`')[1]));
    }

    [Fact]
    public void The_README_is_short_and_begins_with_compare()
    {
        var lines = Docs.Readme.TrimEnd('\n').Split('\n');
        Assert.InRange(lines.Length, 1, 200);
        Assert.Contains(lines.Take(60), line => line.Contains("compare own notebook", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_to_a_page_leads_to_a_heading_or_file_that_is_there(string page)
    {
        foreach (var target in Docs.Links(page).Where(target => !target.StartsWith("https://", StringComparison.Ordinal)))
        {
            var parts = target.Split('#');
            var folder = Path.GetDirectoryName(page)!;
            var linked = parts[0].Length == 0 ? page : Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, folder, parts[0])));
            Assert.True(File.Exists(Path.Combine(Repository.Root, linked)), $"{page} links to {target}, which is not there");
            if (parts.Length > 1)
            {
                Assert.Contains(parts[1], Docs.Anchors(linked.Replace('\\', '/')));
            }
        }
    }

    [Fact]
    public void Every_page_is_listed_in_the_README() =>
        Assert.All(Docs.Pages.Keys.Except(["README.md"]), page => Assert.Contains($"]({page})", Docs.Readme, StringComparison.Ordinal));

    /// <summary>The tables of options have a row for every option, with what the help says of its values and its default.</summary>
    [Theory]
    [InlineData("run", "One run")]
    [InlineData("compare", "compare and value")]
    [InlineData("value", "compare and value")]
    [InlineData("verify", "verify")]
    [InlineData("show", "show")]
    [InlineData("mine", "mine")]
    [InlineData("evaluate", "evaluate")]
    public void Every_option_is_in_the_table_of_its_command(string name, string section)
    {
        var root = Application.CreateCommand();
        var command = root.Subcommands.FirstOrDefault(command => command.Name == name) ?? root;
        var rows = Docs.Section("docs/options.md", section).Split('\n').Concat(Docs.Section("docs/options.md", "One run").Split('\n')).ToList();
        foreach (var option in command.Options.Where(option => option.Name != "--help"))
        {
            var row = rows.Find(line => line.StartsWith($"| `{option.Name}` |", StringComparison.Ordinal));
            Assert.True(row is not null, $"docs/options.md has no row for {option.Name} of {name}");
            var text = row.Replace("`", "", StringComparison.Ordinal);
            if (option.HelpName?.Replace(",...", "", StringComparison.Ordinal).Split("..") is [var least, var most])
            {
                Assert.Contains($"| {least} to {most}", text, StringComparison.Ordinal);
            }

            if (option.Description?.Split("[default: ") is [_, var shown])
            {
                Assert.Contains(shown.TrimEnd(']'), text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Every_setting_is_in_the_table_of_settings_under_both_its_names()
    {
        var table = Docs.Section("docs/options.md", "One run");
        Assert.All(Settings.All, setting => Assert.Matches($@"\| `--(no-)?{setting.OptionName[2..]}` \| `{setting.Name}` \|", table));
    }

    [Theory]
    [InlineData("mf")]
    [InlineData("hybrid")]
    public void The_quoted_shares_of_the_oracle_are_those_of_their_seeds(string recommender)
    {
        Assert.Contains("(Means over seeds 1 to 10 with `--consent 1 --drift 0`, 20 weeks", Docs.AllText, StringComparison.Ordinal);
        var runs = Summaries(_fixedTastes with { Recommender = Named.Recommender(recommender) }, seeds: 10);
        var shares = Enumerable.Range(0, 3).Select(provider =>
            $"{runs[0][provider].Name} {100 * runs.Average(run => Share.Of(run[provider].Profit, run[provider].OracleProfit)):F1} %");
        Assert.Contains($"| {string.Join(", ", shares)} |", Docs.AllText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mf")]
    [InlineData("hybrid")]
    public void The_quoted_worth_of_sharing_is_that_of_its_seeds(string recommender)
    {
        const int Prime = 2;
        var providers = _fixedTastes.Providers.Select(provider => provider with { Customers = 20 });
        var small = _fixedTastes with { Recommender = Named.Recommender(recommender), Providers = [.. providers] };
        var own = ProfitsOf(small with { Access = AccessRule.Own(3) });
        var gains = ProfitsOf(small with { Access = AccessRule.All(3) }).Zip(own, (all, alone) => all - alone).ToList();
        var mean = gains.Average();
        var error = Math.Sqrt(gains.Sum(gain => (gain - mean) * (gain - mean)) / (gains.Count - 1) / gains.Count);
        Assert.Contains(
            $"`all` is worth {mean:F0} units to Prime over `own`, {100 * mean / own.Average():F1} % (standard error {error:F0} units)",
            Docs.AllText,
            StringComparison.Ordinal);

        static List<double> ProfitsOf(SimulationOptions options) =>
            [.. Summaries(options, seeds: 20).Select(run => (double)run[Prime].Profit.Units)];
    }

    /// <summary>Asserts that a text is an output, or parts of it in their order.</summary>
    private static void AssertQuotes(string quoted, string output)
    {
        var parts = $"\n{quoted}".Split($"\n{Omission}");
        if (parts.Length == 1)
        {
            Assert.Equal(output, quoted);
            return;
        }

        var rest = $"\n{output}";
        foreach (var part in parts)
        {
            Assert.Contains(part, rest, StringComparison.Ordinal);
            rest = rest[(rest.IndexOf(part, StringComparison.Ordinal) + part.Length)..];
        }
    }

    private static void AssertValid(string commandLine)
    {
        var parsed = Application.CreateCommand().Parse(commandLine.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.True(parsed.Errors.Count == 0, $"{commandLine}: {string.Join(", ", parsed.Errors)}");
    }

    /// <summary>The results of runs with seeds 1, 2, ....</summary>
    private static ImmutableArray<ProviderSummary>[] Summaries(SimulationOptions options, int seeds)
    {
        var summaries = new ImmutableArray<ProviderSummary>[seeds];
        Parallel.For(0, seeds, i => summaries[i] = ProviderSummary.Of(Simulator.Run(options with { Seed = i + 1 }, new Workers(1))));
        return summaries;
    }
}
