using System.Text.Json;
using MovieChain.CommandLine.Studies;
using MovieChain.Tests.Reporting;

namespace MovieChain.Tests.CommandLine;

public sealed class ValueTests : IDisposable
{
    private const string Small = "--replications 2 --weeks 3 --customers 4 --films 20 --slate 3 --no-progress";

    private readonly ScenarioFolder _scenario = new();

    public void Dispose() => _scenario.Dispose();

    [Theory]
    [InlineData("--replications 1", "--replications 1: must be a whole number from 2 to 10000")]
    [InlineData("--access own", "'--access'")]
    [InlineData("--half-width 5%", "'--half-width'")]
    [InlineData("--consent 1,2", "--consent 1,2: consent 2: must be a number from 0 to 1")]
    [InlineData("--consent x", "--consent x: consent x: must be a number from 0 to 1")]
    [InlineData("--consent 1,", "--consent 1,: consent '': must be a number from 0 to 1")]
    [InlineData("--consent 0.5,0.50", "--consent 0.5,0.50: 0.50 is there twice")]
    [InlineData("--drift 0,-0", "--drift 0,-0: -0 is there twice")]
    [InlineData("--customers 20,2.5", "--customers 20,2.5: customers 2.5: must be a whole number from 1 to 1000000")]
    [InlineData("--consent 1,0 --drift 1,2", "--drift 1,2: only one option may have several values, and --consent has them already")]
    [InlineData("--recommender hybrid --rank 8", "rank 8: has no effect with recommender hybrid, only with mf")]
    [InlineData("own", "'own'")]
    public async Task What_cannot_be_measured_is_refused_in_one_line(string arguments, string said) =>
        (await Invocation.RunAsync($"value {arguments}")).AssertRefused(said);

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(11)]
    public async Task Providers_of_which_not_every_coalition_can_be_run_are_refused(int count)
    {
        var path = _scenario.Write($$"""{ "providers": [{{string.Join(',', Enumerable.Range(1, count).Select(number => $$"""{ "name": "P{{number}}" }"""))}}] }""");

        (await Invocation.RunAsync("value", "--scenario", path)).AssertRefused($"providers {count}: must be a number from 2 to 8, because every coalition of them is run");
    }

    [Fact]
    public async Task JSON_has_every_coalition_and_Shapley_values_that_add_up()
    {
        var report = await ReportAsync($"value {Small}");

        Assert.Equal(JsonValueKind.Null, report.GetProperty("swept").ValueKind);
        var point = Assert.Single(report.GetProperty("points").EnumerateArray());
        var replications = point.GetProperty("replications").EnumerateArray().ToList();
        Assert.Equal(2, replications.Count);
        Assert.Equal(
            ["", "Netflix", "Hulu", "Netflix+Hulu", "Prime", "Netflix+Prime", "Hulu+Prime", "Netflix+Hulu+Prime"],
            replications[0].GetProperty("coalitions").EnumerateArray().Select(coalition =>
                string.Join('+', coalition.GetProperty("owners").EnumerateArray().Select(owner => owner.GetString()))));
        var gain = point.GetProperty("profitOfAll").GetDouble() - point.GetProperty("profitOfNone").GetDouble();
        Assert.Equal(gain, point.GetProperty("shapleySum").GetDouble(), 6);
        Assert.Equal(gain, point.GetProperty("owners").EnumerateArray().Sum(owner => owner.GetProperty("shapley").GetProperty("mean").GetDouble()), 6);
    }

    [Fact]
    public void Shapley_values_that_do_not_add_up_are_a_fault_of_the_program()
    {
        using var error = new StringWriter { NewLine = "\n" };

        Assert.Equal(0, ValueCommand.Check(HandMadeStudies.ByConsent, error));
        Assert.Equal("", error.ToString());
        Assert.Equal(1, ValueCommand.Check(HandMadeStudies.NotAddingUp, error));
        Assert.Equal("MovieChain: internal error: the Shapley values of a replication miss by 3 the gain that they must add up to\n", error.ToString());
    }

    [Theory]
    [InlineData("--consent 1,.5,0", "consent", "1 0.5 0")]
    [InlineData("--drift 0,1", "drift", "0 1")]
    [InlineData("--shared-audience 0,1", "sharedAudience", "0 1")]
    public async Task One_option_may_have_several_values(string option, string swept, string settings)
    {
        var report = await ReportAsync($"value {option} {Small}");

        Assert.Equal(swept, report.GetProperty("swept").GetString());
        Assert.Equal(settings, string.Join(' ', report.GetProperty("points").EnumerateArray().Select(point => point.GetProperty("setting").GetRawText())));
    }

    [Fact]
    public async Task Members_can_be_swept_over_those_of_a_scenario()
    {
        var path = _scenario.Write("""{ "weeks": 2, "films": 20, "slate": 3, "customers": 3, "providers": [{ "name": "A" }, { "name": "B", "customers": 5, "reads": ["A"] }] }""");

        var csv = (await Invocation.RunAsync("value", "--scenario", path, "--customers", "2,4", "--replications", "2", "--format", "csv")).AssertSucceeded();

        var rows = csv.TrimEnd('\n').Split('\n');
        Assert.Equal("swept,setting,replication,seed,coalition,provider,profit,consenting,studySeed,weeks,films,slate", rows[0]);
        Assert.Equal(1 + (2 * 2 * 4 * 2), rows.Length);
        Assert.StartsWith("customers,4,2,", rows[^1], StringComparison.Ordinal);
        Assert.Contains(",A+B,B,", rows[^1], StringComparison.Ordinal);
        Assert.EndsWith(",1,2,20,3", rows[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_shows_the_sweep_first_and_that_the_values_add_up()
    {
        var table = (await Invocation.RunAsync($"value --consent 1,0 {Small}")).AssertSucceeded();

        Assert.True(table.IndexOf("What sharing is worth by consent", StringComparison.Ordinal) < table.IndexOf("What records add, at consent 1", StringComparison.Ordinal));
        Assert.Contains("The Shapley values add up to ", table, StringComparison.Ordinal);
        Assert.All(table.Split('\n'), line => Assert.True(line.Length <= 100, line));
    }

    private static async Task<JsonElement> ReportAsync(string command) =>
        JsonElement.Parse((await Invocation.RunAsync($"{command} --format json")).AssertSucceeded());
}
