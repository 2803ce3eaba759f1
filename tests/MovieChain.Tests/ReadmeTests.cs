using System.Collections.Immutable;
using System.CommandLine;
using MovieChain.CommandLine.Chains;
using MovieChain.CommandLine.Evaluations;
using MovieChain.CommandLine.Runs;
using MovieChain.CommandLine.Studies;
using MovieChain.Exchange;
using MovieChain.Reporting.Runs;
using MovieChain.Simulation;
using MovieChain.Tests.CommandLine;
using MovieChain.Tests.Ledger;

namespace MovieChain.Tests;

/// <summary>What the README prints is what the program prints.</summary>
public sealed class ReadmeTests
{
    private static readonly string _readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings("\n");

    /// <summary>Difficulty decides no profit, so that the tests need not mine.</summary>
    private static readonly SimulationOptions _fixedTastes = new() { Consent = 1, Drift = 0, Difficulty = new(0) };

    [Fact]
    public async Task The_report_in_the_README_is_that_of_its_command()
    {
        const string Command = "dotnet run --project src -- ";
        var line = _readme.Split('\n').First(line => line.StartsWith(Command, StringComparison.Ordinal));
        var report = (await Invocation.RunAsync(line[Command.Length..])).AssertSucceeded();
        Assert.Contains(report, _readme, StringComparison.Ordinal);
    }

    /// <summary>The commands on a chain's file, in the order in which a reader of the README comes to them.</summary>
    [Fact]
    public async Task What_the_README_prints_of_a_chain_is_what_its_commands_print()
    {
        using var folder = new ChainFolder();
        (await RunAsync("--weeks 20 --chain run.chain")).AssertSucceeded();
        AssertPrints("verify run.chain", (await RunAsync("verify run.chain")).AssertSucceeded());

        var orders = (await RunAsync("show run.chain --as Hulu")).AssertSucceeded();
        AssertPrints("show run.chain --as Hulu", string.Join('\n', orders.Split('\n')[..6]));
        AssertPrints("show run.chain --as Hulu", orders[orders.IndexOf(" What Hulu", StringComparison.Ordinal)..]);

        File.WriteAllText(folder.PathOf("proof.json"), (await RunAsync("show run.chain --proof 3:17")).AssertSucceeded());
        AssertPrints("verify --proof proof.json", (await RunAsync("verify --proof proof.json")).AssertSucceeded());

        Task<Invocation> RunAsync(string command) => Invocation.RunAsync(
            [.. command.Split(' ').Select(word => word is "run.chain" or "proof.json" ? folder.PathOf(word) : word)]);

        static void AssertPrints(string command, string output)
        {
            Assert.Contains($"dotnet run --project src -- {command}\n", _readme, StringComparison.Ordinal);
            Assert.Contains(output, _readme, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("own")]
    [InlineData("notebook")]
    [InlineData("all")]
    public async Task The_profits_that_the_README_compares_are_those_of_its_commands(string access)
    {
        var command = $"--customers 20 --access {access}";
        Assert.Contains($"-- {command}\n", _readme, StringComparison.Ordinal);
        var report = (await Invocation.RunAsync($"{command} --format json")).AssertSucceeded();
        var column = Array.IndexOf(["own", "notebook", "all"], access) + 2;
        foreach (var provider in System.Text.Json.JsonElement.Parse(report).GetProperty("providers").EnumerateArray())
        {
            var row = _readme.Split('\n').First(line => line.StartsWith($"| {provider.GetProperty("name").GetString()} |", StringComparison.Ordinal));
            Assert.Equal(new Money(provider.GetProperty("profit").GetInt64()).ToString(), row.Split('|')[column].Trim());
        }
    }

    [Theory]
    [InlineData("compare own notebook")]
    [InlineData("value --customers 20")]
    public async Task The_studies_in_the_README_are_those_of_their_commands(string command)
    {
        var report = (await Invocation.RunAsync(command)).AssertSucceeded();
        Assert.Contains($"```\n$ dotnet run --project src -- {command}\n{report}```\n", _readme, StringComparison.Ordinal);
    }

    /// <summary>As they stand there they take minutes: here one week is enough.</summary>
    [Fact]
    public async Task Every_command_of_the_worked_studies_runs()
    {
        const string Prompt = "$ dotnet run --project src -- ";
        var commands = File.ReadLines(Path.Combine(Repository.Root, "docs", "studies.md"))
            .Where(line => line.StartsWith(Prompt, StringComparison.Ordinal))
            .Select(line => line[Prompt.Length..])
            .ToList();
        Assert.InRange(commands.Count, 4, 10);
        foreach (var command in commands)
        {
            var few = command.Contains("--replications", StringComparison.Ordinal) ? "" : " --replications 2";
            (await Invocation.RunAsync($"{command} --weeks 1{few}")).AssertSucceeded();
        }
    }

    [Fact]
    public void Every_option_is_in_the_README()
    {
        var options = new RunCommand().Create().Options.Select(option => option.Name).Except(["--help", "--version"]);
        Assert.All(options, name => Assert.Contains($"| `{name}` |", _readme, StringComparison.Ordinal));
        Command[] commands = [new CompareCommand().Create(), new ValueCommand().Create(), new VerifyCommand().Create(), new ShowCommand().Create(), new MineCommand().Create(), new EvaluateCommand().Create()];
        Assert.All(commands.SelectMany(command => command.Options), option => Assert.Contains($"`{option.Name}", _readme, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("mf")]
    [InlineData("hybrid")]
    public void The_shares_of_the_oracle_that_the_README_quotes_are_those_of_its_seeds(string recommender)
    {
        Assert.Contains("(Means over seeds 1 to 10 with `--consent 1 --drift 0`, 20 weeks", _readme, StringComparison.Ordinal);
        var runs = Summaries(_fixedTastes with { Recommender = Named.Recommender(recommender) }, seeds: 10);
        var shares = Enumerable.Range(0, 3).Select(provider =>
            $"{runs[0][provider].Name} {100 * runs.Average(run => MovieChain.Reporting.Share.Of(run[provider].Profit, run[provider].OracleProfit)):F1} %");
        Assert.Contains($"| {string.Join(", ", shares)} |", _readme, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mf")]
    [InlineData("hybrid")]
    public void The_worth_of_sharing_that_the_README_quotes_is_that_of_its_seeds(string recommender)
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
            _readme.ReplaceLineEndings(" "),
            StringComparison.Ordinal);

        static List<double> ProfitsOf(SimulationOptions options) =>
            [.. Summaries(options, seeds: 20).Select(run => (double)run[Prime].Profit.Units)];
    }

    /// <summary>What came of runs with seeds 1, 2, ....</summary>
    private static ImmutableArray<ProviderSummary>[] Summaries(SimulationOptions options, int seeds)
    {
        var summaries = new ImmutableArray<ProviderSummary>[seeds];
        Parallel.For(0, seeds, i => summaries[i] = ProviderSummary.Of(Simulator.Run(options with { Seed = i + 1 }, new Workers(1))));
        return summaries;
    }
}
