using System.Text.Json;

namespace MovieChain.Tests.CommandLine;

public sealed class RevokeOptionTests : IDisposable
{
    private const string Run = "--weeks 3 --customers 10 --difficulty 0 --recommender popular --no-progress";
    private const string Allowed = "must be a fraction from 0 to 1, '@' and a week from 1 to 520, such as 0.5@10";

    private readonly ScenarioFolder _scenario = new();

    public void Dispose() => _scenario.Dispose();

    [Theory]
    [InlineData("2@10")]
    [InlineData("0.5")]
    [InlineData("0.5@0")]
    [InlineData("0.5@521")]
    [InlineData("0.5@1.5")]
    [InlineData("abc")]
    [InlineData("@")]
    [InlineData("@3")]
    [InlineData("0.5@")]
    [InlineData("0.5@1@2")]
    [InlineData("-0.1@3")]
    [InlineData("NaN@3")]
    [InlineData("0,5@3")]
    [InlineData("50%@3")]
    [InlineData("")]
    public async Task A_withdrawal_that_is_none_is_refused_with_what_is_allowed(string text)
    {
        var shown = text.Length > 0 ? text : "''";
        (await Invocation.RunAsync("--revoke", text)).AssertRefused($"--revoke {shown}: {Allowed}");
        (await _scenario.RunAsync($$"""{ "revoke": "{{text}}" }""")).AssertRefused("scenario.json", $"revoke {shown}: {Allowed}");
    }

    [Theory]
    [InlineData("""{ "revoke": 0.5 }""", "'revoke'")]
    [InlineData("""{ "revoke": null }""", "'revoke'")]
    [InlineData("""{ "revoke": ["0.5@1"] }""", "'revoke'")]
    [InlineData("""{ "seal": "true" }""", "seal \"true\": must be true or false")]
    [InlineData("""{ "seal": 1 }""", "seal 1: must be true or false")]
    [InlineData("""{ "seal": null }""", "seal null: must be true or false")]
    [InlineData("""{ "keys": "somewhere" }""", "'keys'")]
    public async Task A_scenario_that_says_it_otherwise_is_refused(string text, string said) =>
        (await _scenario.RunAsync(text)).AssertRefused("scenario.json", said);

    [Fact]
    public async Task What_is_in_the_clear_cannot_be_withdrawn()
    {
        (await Invocation.RunAsync("--revoke 0.5@2 --no-seal")).AssertRefused("revoke 0.5@2", "in the clear");
        (await _scenario.RunAsync("""{ "revoke": "0.5@2" }""", "--no-seal")).AssertRefused("revoke 0.5@2", "in the clear");
        (await _scenario.RunAsync("""{ "seal": false }""", "--revoke", "0.5@2")).AssertRefused("revoke 0.5@2", "in the clear");
        (await _scenario.RunAsync("""{ "seal": false, "revoke": "0.5@2" }""")).AssertRefused("revoke 0.5@2", "in the clear");
    }

    [Fact]
    public async Task Options_given_on_the_command_line_override_the_scenario()
    {
        var report = await _scenario.ReportAsync(
            """{ "weeks": 2, "customers": 5, "recommender": "random", "difficulty": 0, "revoke": "1@1" }""", "--revoke", "0.5@2");
        var clear = await _scenario.ReportAsync(
            """{ "weeks": 1, "customers": 5, "recommender": "random", "difficulty": 0, "seal": true }""", "--no-seal");

        Assert.Equal("0.5@2", report.GetProperty("options").GetProperty("revoke").GetString());
        Assert.False(clear.GetProperty("options").GetProperty("seal").GetBoolean());
    }

    [Fact]
    public async Task JSON_says_how_many_consent_and_how_many_withdrew_each_week()
    {
        var report = JsonElement.Parse((await Invocation.RunAsync($"{Run} --consent 1 --revoke 0.3@2 --format json")).AssertSucceeded());

        Assert.Equal("0.3@2", report.GetProperty("options").GetProperty("revoke").GetString());
        Assert.True(report.GetProperty("options").GetProperty("seal").GetBoolean());
        Assert.True(report.GetProperty("chain").GetProperty("verified").GetBoolean());
        Assert.All(report.GetProperty("providers").EnumerateArray(), provider =>
        {
            var weeks = provider.GetProperty("weeks").EnumerateArray().ToList();
            Assert.Equal([10, 7, 7], weeks.Select(week => week.GetProperty("consenting").GetInt32()));
            Assert.Equal([0, 3, 0], weeks.Select(week => week.GetProperty("withdrawn").GetInt32()));
        });
        Assert.Equal(
            [
                "In week 2, 9 of 30 consenting members withdrew: nobody can read their records any more, and the models were trained anew without them.",
                "Order lines learned from, the week before to that week: Netflix 100 to 140, Hulu 200 to 280, Prime 300 to 420.",
            ],
            report.GetProperty("notes").EnumerateArray().Select(note => note.GetString()));
    }

    [Fact]
    public async Task CSV_says_how_many_consent_and_how_many_withdrew()
    {
        var rows = (await Invocation.RunAsync($"{Run} --consent 1 --revoke 0.3@2 --format csv")).AssertSucceeded()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split(',')).ToList();

        var column = Array.IndexOf(rows[0], "consenting");
        Assert.Equal(["10", "10", "10", "7", "7", "7", "7", "7", "7"], rows.Skip(1).Select(row => row[column]));
        column = Array.IndexOf(rows[0], "withdrawn");
        Assert.Equal(["0", "0", "0", "3", "3", "3", "0", "0", "0"], rows.Skip(1).Select(row => row[column]));
    }

    [Fact]
    public async Task The_table_says_whether_records_are_sealed_and_who_withdrew()
    {
        var closed = (await Invocation.RunAsync($"{Run} --consent 1 --revoke 1@1")).AssertSucceeded();
        var clear = (await Invocation.RunAsync($"{Run} --no-seal")).AssertSucceeded();

        Assert.Contains(", sealed", closed, StringComparison.Ordinal);
        Assert.Contains("In week 1, 30 of 30 consenting members withdrew", closed, StringComparison.Ordinal);
        var unwrapped = string.Join(' ', closed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("Netflix 0 to 0, Hulu 0 to 0, Prime 0 to 0", unwrapped, StringComparison.Ordinal);
        Assert.Contains(", in the clear", clear, StringComparison.Ordinal);
        Assert.DoesNotContain("withdrew", clear, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawal_beyond_the_run_is_said_not_to_have_happened() => Assert.Contains(
        "Nobody has withdrawn yet: week 4 lies beyond this run.",
        (await Invocation.RunAsync($"{Run} --revoke 0.5@4")).AssertSucceeded(),
        StringComparison.Ordinal);

    [Fact]
    public async Task A_withdrawal_of_nobody_changes_nothing_but_the_chain()
    {
        var nobody = JsonElement.Parse((await Invocation.RunAsync($"{Run} --revoke 0@2 --format json")).AssertSucceeded());
        var plain = JsonElement.Parse((await Invocation.RunAsync($"{Run} --format json")).AssertSucceeded());

        Assert.Equal(plain.GetProperty("providers").GetRawText(), nobody.GetProperty("providers").GetRawText());
        Assert.Equal(["In week 2 nobody withdrew."], nobody.GetProperty("notes").EnumerateArray().Select(note => note.GetString()));
    }

    [Fact]
    public async Task Who_trains_nothing_is_not_said_to_have_trained_anew()
    {
        var random = (await Invocation.RunAsync("--weeks 2 --customers 10 --difficulty 0 --recommender random --revoke 0.5@2")).AssertSucceeded();

        Assert.Contains("withdrew", random, StringComparison.Ordinal);
        Assert.DoesNotContain("anew", random, StringComparison.Ordinal);
        Assert.DoesNotContain("learned from", random, StringComparison.Ordinal);
    }
}
