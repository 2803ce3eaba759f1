using System.Globalization;
using System.Text.Json;

namespace MovieChain.Tests.CommandLine;

public sealed class GoodScenarioTests : IDisposable
{
    private const string TwoProviders = """
        {
          // Comments are allowed, and
          "weeks": 3, "difficulty": 1, "recommender": "popular", /* so are */
          "providers": [
            { "name": "Mubi", "customers": 7, "reads": ["Arte"] },
            { "name": "Arte", "customers": 5, "reads": [], },
          ], // trailing commas.
        }
        """;

    private readonly ScenarioFolder _scenario = new();

    public void Dispose() => _scenario.Dispose();

    [Fact]
    public async Task The_providers_of_a_scenario_arrive_in_the_report()
    {
        var report = await _scenario.ReportAsync(TwoProviders);

        Assert.Equal(["Mubi", "Arte"], Names(report));
        Assert.Equal([7, 5], Customers(report));
        Assert.Equal("Mubi,Arte;Arte", Reads(report));
        Assert.Equal("Mubi:Arte", report.GetProperty("options").GetProperty("access").GetString());
        Assert.Equal(3, report.GetProperty("providers")[0].GetProperty("weeks").GetArrayLength());
    }

    [Theory]
    [InlineData("mf", 5, 2.5)]
    [InlineData("random", 16, 15)]
    public async Task Every_setting_of_a_scenario_arrives_in_the_report(string recommender, int rank, double regularization)
    {
        var settings = string.Create(CultureInfo.InvariantCulture, $"""
            "weeks": 2, "difficulty": 3, "seed": 9007199254740991, "customers": 6, "films": 30, "slate": 4, "consent": 0.25, "privacyStrictness": 0.5,
            "drift": 2.5, "access": "Hulu:Prime", "recommender": "{recommender}", "rank": {rank}, "regularization": {regularization}, "sharedAudience": 0.5,
            "weeklyBudget": 30, "repeat": "once", "arrivals": 2, "seal": true, "revoke": "0.25@1"
            """);

        var options = (await _scenario.ReportAsync($$"""{ {{settings}} }""")).GetProperty("options");

        var expected = JsonElement.Parse($$"""{ {{settings}} }""");
        Assert.True(JsonElement.DeepEquals(expected, options), options.GetRawText());
    }

    [Fact]
    public async Task Options_on_the_command_line_override_those_of_the_scenario()
    {
        var report = await _scenario.ReportAsync(TwoProviders, "--weeks", "2", "--customers", "4", "--access", "all");

        Assert.Equal(2, report.GetProperty("options").GetProperty("weeks").GetInt32());
        Assert.Equal(1, report.GetProperty("options").GetProperty("difficulty").GetInt32());
        Assert.Equal(["Mubi", "Arte"], Names(report));
        Assert.Equal([4, 4], Customers(report));
        Assert.Equal("Mubi,Arte;Mubi,Arte", Reads(report));
    }

    [Fact]
    public async Task A_recommender_on_the_command_line_leaves_out_the_settings_of_the_one_in_the_scenario()
    {
        const string Scenario = """{ "weeks": 1, "customers": 3, "recommender": "mf", "rank": 8, "regularization": 3 }""";

        var report = await _scenario.ReportAsync(Scenario, "--recommender", "hybrid");

        Assert.Equal("hybrid", report.GetProperty("options").GetProperty("recommender").GetString());
        Assert.Equal(16, report.GetProperty("options").GetProperty("rank").GetInt32());
        Assert.Equal(15, report.GetProperty("options").GetProperty("regularization").GetDouble());
    }

    [Fact]
    public async Task A_number_of_customers_for_all_yields_to_that_of_a_provider()
    {
        var report = await _scenario.ReportAsync(
            """{ "weeks": 1, "recommender": "random", "customers": 3, "providers": [{ "name": "A" }, { "name": "B", "customers": 2 }] }""");

        Assert.Equal([3, 2], Customers(report));
    }

    [Theory]
    [InlineData("", "A;A,B;A,B,C")]
    [InlineData(", \"access\": \"own\"", "A;B;C")]
    [InlineData(", \"access\": \"ALL\"", "A,B,C;A,B,C;A,B,C")]
    [InlineData(", \"access\": \"a:C, c:B\"", "A,C;B;B,C")]
    public async Task An_access_rule_is_about_the_providers_of_the_scenario(string access, string reads)
    {
        var report = await _scenario.ReportAsync(
            $$"""{ "weeks": 1, "customers": 2, "recommender": "random", "providers": [{ "name": "A" }, { "name": "B" }, { "name": "C" }]{{access}} }""");

        Assert.Equal(reads, Reads(report));
    }

    /// <summary>An accent may be part of the letter or follow it; on the chain and in reports it is part of it.</summary>
    [Theory]
    [InlineData("Cine\u0301", "Cin\u00E9", "Cin\u00E9")]
    [InlineData("Cin\u00E9", "CINE\u0301", "Cin\u00E9")]
    [InlineData("\u1112\u1161\u11AB", "\uD55C", "\uD55C")]
    [InlineData("\u212Bland", "\u00E5land", "\u00C5land")]
    [InlineData("\u0915\u093F", "\u0915\u093F", "\u0915\u093F")]
    public async Task A_name_is_the_same_in_composed_and_in_decomposed_letters(string name, string reader, string shown)
    {
        var providers = $$"""{ "weeks": 1, "customers": 2, "recommender": "random", "providers": [{ "name": "{{name}}" }, { "name": "B", "reads": ["{{reader}}"] }] }""";
        var report = await _scenario.ReportAsync(providers);
        Assert.Equal([JsonElement.Parse($"\"{shown}\"").GetString(), "B"], Names(report));
        Assert.Equal([JsonElement.Parse($"\"{shown}\"").GetString(), "B"], report.GetProperty("providers")[1].GetProperty("reads").EnumerateArray().Select(owner => owner.GetString()));

        // On the command line too.
        var pairs = await _scenario.ReportAsync(providers, "--access", $"B:{JsonElement.Parse($"\"{reader}\"").GetString()}");
        Assert.Equal(Reads(report), Reads(pairs));
    }

    [Fact]
    public async Task Empty_lists_of_reads_leave_everybody_with_its_own()
    {
        var report = await _scenario.ReportAsync(
            """{ "weeks": 1, "customers": 2, "recommender": "random", "providers": [{ "name": "A", "reads": [] }, { "name": "B", "reads": [] }] }""");

        Assert.Equal("A;B", Reads(report));
    }

    [Fact]
    public async Task An_empty_scenario_is_the_default_run()
    {
        string[] small = ["--weeks", "1", "--customers", "3", "--recommender", "random"];

        var scenario = await _scenario.ReportAsync("{}", small);
        var plain = await Invocation.RunAsync([.. small, "--format", "json", "--no-progress"]);

        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(plain.AssertSucceeded()), scenario));
    }

    private static IEnumerable<string?> Names(JsonElement report) =>
        report.GetProperty("providers").EnumerateArray().Select(provider => provider.GetProperty("name").GetString());

    private static IEnumerable<int> Customers(JsonElement report) =>
        report.GetProperty("providers").EnumerateArray().Select(provider => provider.GetProperty("customers").GetInt32());

    private static string Reads(JsonElement report) => string.Join(';', report.GetProperty("providers").EnumerateArray()
        .Select(provider => string.Join(',', provider.GetProperty("reads").EnumerateArray().Select(owner => owner.GetString()))));
}
