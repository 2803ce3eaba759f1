using System.Globalization;
using System.Text.Json;

namespace MovieChain.Tests.CommandLine;

public sealed class FormatTests
{
    private const string Run = "--weeks 4 --customers 12 --difficulty 2 --no-progress --format ";

    private static readonly string[] _providers = ["Netflix", "Hulu", "Prime"];

    [Fact]
    public async Task CSV_has_a_row_a_week_and_provider_with_invariant_numbers()
    {
        var lines = (await Invocation.RunAsync(Run + "csv")).AssertSucceeded().Split('\n');

        Assert.Equal(1 + (4 * 3) + 1, lines.Length);
        Assert.Equal("", lines[^1]);
        Assert.Equal(
            "week,provider,offered,bought,profit,oracleProfit,oracleShare,randomProfit,popularProfit,consenting,trainingRows,validationRmse,balance,withdrawn,"
            + "seed,fingerprint,weeks,difficulty,customers",
            lines[0]);
        var rows = lines[1..^1].Select(line => line.Split(',')).ToList();
        Assert.Equal(
            from week in Enumerable.Range(1, 4) from provider in _providers select $"{week} {provider}",
            rows.Select(row => $"{row[0]} {row[1]}"));
        Assert.All(rows, row =>
        {
            Assert.Equal(19, row.Length);
            var numbers = row[2..15].Select(cell => double.Parse(cell, NumberStyles.Float, CultureInfo.InvariantCulture)).ToList();
            Assert.Equal(120, numbers[0]);
            Assert.Equal(numbers[2] / numbers[3], numbers[4], 12);
            Assert.All([0, 1, 2, 3, 5, 6, 7, 8, 10], place => Assert.True(double.IsInteger(numbers[place])));
        });
    }

    [Fact]
    public async Task JSON_and_CSV_say_the_same()
    {
        var rows = (await Invocation.RunAsync(Run + "csv")).AssertSucceeded().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var report = JsonElement.Parse((await Invocation.RunAsync(Run + "json")).AssertSucceeded());

        var names = rows[0].Split(',');
        Assert.Equal(13, rows.Length);
        foreach (var row in rows[1..].Select(row => row.Split(',')))
        {
            var provider = report.GetProperty("providers").EnumerateArray().Single(provider => provider.GetProperty("name").ValueEquals(row[1]));
            var week = provider.GetProperty("weeks")[int.Parse(row[0], CultureInfo.InvariantCulture) - 1];
            Assert.All(
                Enumerable.Range(0, row.Length).Where(column => names[column] is not ("provider" or "fingerprint")),
                column => Assert.Equal(double.Parse(row[column], CultureInfo.InvariantCulture), Property(week, report, names[column]).GetDouble()));
            Assert.Equal(report.GetProperty("fingerprint").GetString(), row[Array.IndexOf(names, "fingerprint")]);
        }
    }

    [Fact]
    public async Task Rows_of_several_runs_can_be_told_apart()
    {
        string[] runs = ["", "--seed 2", "--consent 0.5", "--access own"];
        var tables = new List<string[][]>();
        foreach (var run in runs)
        {
            var csv = (await Invocation.RunAsync($"{Run}csv {run}")).AssertSucceeded().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            tables.Add([.. csv.Select(line => line.Split(','))]);
        }

        Assert.Equal(["weeks", "difficulty", "customers"], tables[0][0][16..]);
        Assert.Equal(["2"], Column(tables[1], "seed").Distinct());
        Assert.Equal(["0.5"], Column(tables[2], "consent").Distinct());
        Assert.Equal(["own"], Column(tables[3], "access").Distinct());
        Assert.Equal(runs.Length, tables.SelectMany(table => Column(table, "fingerprint").Distinct()).Distinct().Count());

        static IEnumerable<string> Column(string[][] table, string name) => table.Skip(1).Select(row => row[Array.IndexOf(table[0], name)]);
    }

    [Fact]
    public async Task A_provider_of_its_own_size_has_it_in_its_rows()
    {
        using var scenario = new ScenarioFolder();
        var csv = (await scenario.RunAsync("""{ "weeks": 1, "difficulty": 0, "providers": [{ "name": "A", "customers": 3 }, { "name": "B", "customers": 4 }] }""", "--format", "csv"))
            .AssertSucceeded().Split('\n');

        Assert.EndsWith(",fingerprint,weeks,difficulty,customers", csv[0], StringComparison.Ordinal);
        Assert.EndsWith(",1,0,3", csv[1], StringComparison.Ordinal);
        Assert.EndsWith(",1,0,4", csv[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task JSON_has_all_the_fields_with_numbers_as_numbers()
    {
        var report = JsonElement.Parse((await Invocation.RunAsync(Run + "json")).AssertSucceeded());

        AssertNumbers(
            report.GetProperty("options"),
            "weeks", "difficulty", "seed", "films", "slate", "consent", "privacyStrictness", "drift", "rank");
        var chain = report.GetProperty("chain");
        AssertNumbers(chain, "blocks", "difficulty", "attempts");
        Assert.Equal(13, chain.GetProperty("blocks").GetInt32());
        Assert.Equal(JsonValueKind.True, chain.GetProperty("verified").ValueKind);
        Assert.Matches("^[0-9a-f]{64}$", report.GetProperty("fingerprint").GetString());
        Assert.Equal(report.GetProperty("fingerprint").GetString(), chain.GetProperty("head").GetString());
        Assert.Equal(3, report.GetProperty("providers").GetArrayLength());
        Assert.All(report.GetProperty("providers").EnumerateArray(), provider =>
        {
            Assert.Equal(JsonValueKind.String, provider.GetProperty("name").ValueKind);
            Assert.Equal(JsonValueKind.Array, provider.GetProperty("reads").ValueKind);
            AssertNumbers(provider, "customers", "profit", "oracleProfit", "oracleShare", "balance");
            var weeks = provider.GetProperty("weeks").EnumerateArray().ToList();
            Assert.Equal([1, 2, 3, 4], weeks.Select(week => week.GetProperty("week").GetInt32()));
            Assert.All(weeks, week => AssertNumbers(
                week, "week", "offered", "bought", "profit", "oracleProfit", "oracleShare", "trainingRows", "validationRmse"));
            Assert.Equal(provider.GetProperty("profit").GetInt64(), weeks.Sum(week => week.GetProperty("profit").GetInt64()));
            Assert.Equal(provider.GetProperty("balance").GetInt64(), weeks[^1].GetProperty("balance").GetInt64());
        });
    }

    [Theory]
    [InlineData("--weeks 3 --customers 12")]
    [InlineData("--weeks 3 --customers 12 --recommender oracle")]
    [InlineData("--weeks 1 --customers 3000 --films 10 --recommender popular")]
    public async Task A_redirected_table_is_plain_text_of_at_most_100_columns(string commandLine)
    {
        var table = (await Invocation.RunAsync($"{commandLine} --no-progress")).AssertSucceeded();

        Assert.Contains("Netflix", table, StringComparison.Ordinal);
        Assert.Contains("Fingerprint", table, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', table);
        Assert.All(table.Split('\n'), line => Assert.True(line.Length <= 100, line));
    }

    [Fact]
    public async Task The_table_is_the_default() =>
        Assert.Equal(
            (await Invocation.RunAsync(Run + "table")).AssertSucceeded(),
            (await Invocation.RunAsync(Run.Replace("--format", "", StringComparison.Ordinal))).AssertSucceeded());

    /// <summary>A property of a week, or what the whole run has.</summary>
    private static JsonElement Property(JsonElement week, JsonElement report, string name) =>
        week.TryGetProperty(name, out var value) ? value : report.GetProperty("options").GetProperty(name);

    private static void AssertNumbers(JsonElement element, params string[] names) =>
        Assert.All(names, name => Assert.Equal(JsonValueKind.Number, element.GetProperty(name).ValueKind));

    [Fact]
    public async Task Minus_zero_is_zero_on_the_chain_too()
    {
        var plus = await Invocation.RunAsync("--weeks 1 --customers 3 --drift 0 --consent 0 --format json");
        var minus = await Invocation.RunAsync("--weeks 1 --customers 3 --drift -0 --consent -0.0 --format json");
        Assert.Equal(plus.AssertSucceeded(), minus.AssertSucceeded());
    }

    [Fact]
    public async Task A_redirected_table_has_no_trailing_blanks() =>
        Assert.DoesNotContain(" \n", (await Invocation.RunAsync("--weeks 1 --customers 3")).AssertSucceeded(), StringComparison.Ordinal);
}
