using System.Text.Json;
using MovieChain.Ledger;

namespace MovieChain.Tests.CommandLine;

public sealed class MineTests
{
    [Fact]
    public async Task JSON_has_the_block_that_was_mined()
    {
        var report = await ReportAsync("mine --difficulty 9 --format json");

        Assert.Equal(9, report.GetProperty("difficulty").GetInt32());
        Assert.Equal(512, report.GetProperty("expectedAttempts").GetInt64());
        Assert.Equal(report.GetProperty("nonce").GetInt64() + 1, report.GetProperty("attempts").GetInt64());
        Assert.True(report.GetProperty("seconds").GetDouble() > 0);
        Assert.True(report.GetProperty("attemptsPerSecond").GetDouble() > 0);
        Assert.NotEqual("", report.GetProperty("path").GetString());
        Assert.Equal(Environment.ProcessorCount, report.GetProperty("threads").GetInt32());
        Assert.True(new Hash256(Convert.FromHexString(report.GetProperty("hash").GetString()!)).LeadingZeroBits >= 9);
    }

    [Fact]
    public async Task The_block_depends_on_the_seed_and_not_on_the_threads()
    {
        var hashes = new List<string?>();
        foreach (var options in (string[])["", "--seed 1", "--threads 1", "--threads 5", "--seed 2"])
        {
            hashes.Add((await ReportAsync($"mine --difficulty 17 --format json {options}")).GetProperty("hash").GetString());
        }

        Assert.Single(hashes[..4].Distinct());
        Assert.NotEqual(hashes[0], hashes[4]);
    }

    [Fact]
    public async Task The_table_says_what_JSON_says()
    {
        var table = (await Invocation.RunAsync("mine --difficulty 9 --threads 2")).AssertSucceeded();
        var report = await ReportAsync("mine --difficulty 9 --format json");

        Assert.Contains(report.GetProperty("hash").GetString()!, table, StringComparison.Ordinal);
        Assert.Contains(report.GetProperty("path").GetString()!, table, StringComparison.Ordinal);
        Assert.Contains(" found, 512 expected\n", table, StringComparison.Ordinal);
        Assert.Contains("\n Threads      2\n", table, StringComparison.Ordinal);
        Assert.All(table.Split('\n'), line => Assert.True(line.Length <= 100, line));
    }

    [Fact]
    public async Task The_benchmark_lists_every_path_and_rates_those_that_the_machine_has()
    {
        var rates = (await ReportAsync("mine --benchmark --threads 2 --format json")).GetProperty("paths").EnumerateArray().ToList();

        Assert.Equal([1, 1, 4, 8, 32], rates[..5].Select(rate => rate.GetProperty("lanes").GetInt32()));
        Assert.Equal([1, 1, 1, 1, 1, 2], rates.Select(rate => rate.GetProperty("threads").GetInt32()));
        Assert.Equal(1, rates[0].GetProperty("ratio").GetDouble());
        Assert.All(rates, rate => Assert.Equal(rate.GetProperty("ratio").ValueKind, rate.GetProperty("attemptsPerSecond").ValueKind));
        Assert.All([0, 1, 5], place => Assert.True(rates[place].GetProperty("attemptsPerSecond").GetDouble() > 0));
    }

    [Theory]
    [InlineData("mine --difficulty 33", "--difficulty 33: must be a whole number from 0 to 32")]
    [InlineData("mine --seed -1", "--seed -1: must be a whole number from 0 to")]
    [InlineData("mine --threads 0", "--threads 0: must be a whole number from 1 to 1024")]
    [InlineData("mine --format csv", "--format csv: must be one of table, json")]
    [InlineData("mine --weeks 3", "'--weeks'")]
    [InlineData("mine stray", "'stray'")]
    [InlineData("--weeks 3 mine", "--weeks: options of mine come after it")]
    [InlineData("--format json verify run.chain", "--format: options of verify come after it")]
    [InlineData("--chain run.chain show run.chain", "--chain: options of show come after it")]
    [InlineData("mine --benchmark --difficulty 9", "--difficulty: does not go with --benchmark")]
    public async Task Bad_input_is_refused(string commandLine, string said) => (await Invocation.RunAsync(commandLine)).AssertRefused(said);

    [Fact]
    public async Task The_help_of_the_command_lists_its_own_options_alone()
    {
        var help = (await Invocation.RunAsync("mine --help")).AssertSucceeded();

        Assert.Contains("--benchmark", help, StringComparison.Ordinal);
        Assert.DoesNotContain("--weeks", help, StringComparison.Ordinal);
    }

    private static async Task<JsonElement> ReportAsync(string commandLine) =>
        JsonElement.Parse((await Invocation.RunAsync(commandLine)).AssertSucceeded());
}
