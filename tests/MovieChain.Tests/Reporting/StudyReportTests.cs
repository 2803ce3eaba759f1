using System.Text.Json;
using MovieChain.CommandLine;
using MovieChain.Exchange;
using MovieChain.Experiments;
using MovieChain.Reporting;
using MovieChain.Reporting.Studies;
using Spectre.Console;
using Spectre.Console.Testing;

namespace MovieChain.Tests.Reporting;

public sealed class StudyReportTests
{
    private static readonly Dictionary<string, Comparison> _comparisons = new()
    {
        ["compare"] = HandMadeStudies.ThreeRegimes,
        ["compare-tuned"] = HandMadeStudies.Tuned,
        ["compare-broken"] = HandMadeStudies.Broken,
        ["compare-wide"] = HandMadeStudies.Wide,
    };

    private static readonly Dictionary<string, DataValue> _values = new()
    {
        ["value-consent"] = HandMadeStudies.ByConsent,
        ["value-not-adding-up"] = HandMadeStudies.NotAddingUp,
        ["value-wide"] = HandMadeStudies.WideValue,
    };

    public static TheoryData<string> ComparisonNames => [.. _comparisons.Keys];

    public static TheoryData<string> ValueNames => [.. _values.Keys];

    [Theory]
    [MemberData(nameof(ComparisonNames))]
    public void The_table_of_a_comparison_is_the_golden_one(string name) =>
        Golden.AssertMatches($"{name}.txt", Write(output => Terminal.Write(output, console => ComparisonTable.Write(console, _comparisons[name]))));

    [Theory]
    [MemberData(nameof(ValueNames))]
    public void The_table_of_a_study_of_coalitions_is_the_golden_one(string name) =>
        Golden.AssertMatches($"{name}.txt", Write(output => Terminal.Write(output, console => DataValueTable.Write(console, _values[name]))));

    [Fact]
    public void The_documents_are_the_golden_ones()
    {
        Golden.AssertMatches("compare-tuned.json", Write(output => ComparisonJson.Write(output, HandMadeStudies.Tuned)));
        Golden.AssertMatches("compare.csv", Write(output => ComparisonCsv.Write(output, HandMadeStudies.ThreeRegimes)));
        Golden.AssertMatches("value-consent.json", Write(output => DataValueJson.Write(output, HandMadeStudies.ByConsent)));
        Golden.AssertMatches("value-consent.csv", Write(output => DataValueCsv.Write(output, HandMadeStudies.ByConsent)));
    }

    [Fact]
    public void A_placebo_has_no_p_and_exactly_zero_in_JSON()
    {
        var report = JsonElement.Parse(Write(output => ComparisonJson.Write(output, HandMadeStudies.ThreeRegimes)));
        var netflix = report.GetProperty("comparisons")[0].GetProperty("providers")[0];

        Assert.True(netflix.GetProperty("placebo").GetBoolean());
        Assert.Equal(JsonValueKind.Null, netflix.GetProperty("p").ValueKind);
        Assert.All((string[])["difference", "low", "high"], name => Assert.Equal("0", netflix.GetProperty(name).GetRawText()));
        Assert.Equal(2, netflix.GetProperty("pairs").GetArrayLength());
        Assert.Equal(0.000004, report.GetProperty("comparisons")[0].GetProperty("providers")[1].GetProperty("p").GetDouble());
    }

    [Fact]
    public void What_differs_between_regimes_is_listed_in_the_head_and_in_JSON()
    {
        var own = HandMadeStudies.ThreeRegimes.Regimes[0].Options;
        var comparison = HandMadeStudies.ThreeRegimes with
        {
            Regimes = [new("a", own), new("b", own with { Access = AccessRule.Notebook(3), Consent = 1 }), new("c", own with { Recommender = Named.Recommender("popular"), Rank = 8 })],
        };

        var table = Write(output => Terminal.Write(output, console => ComparisonTable.Write(console, comparison)));
        var json = JsonElement.Parse(Write(output => ComparisonJson.Write(output, comparison)));

        Assert.Contains(
            """
             Differ in    consent: A 0.9; B 1; C 0.9
                          access: A own; B notebook; C own
                          recommender: A mf; B mf; C popular
             Market
            """,
            table,
            StringComparison.Ordinal);
        Assert.Equal(
            """[{"setting":"consent","values":["0.9","1","0.9"]},{"setting":"access","values":["own","notebook","own"]},{"setting":"recommender","values":["mf","mf","popular"]}]""",
            JsonSerializer.Serialize(json.GetProperty("differences")));
    }

    [Fact]
    public void What_a_study_varies_or_does_not_have_is_null_in_JSON()
    {
        var comparison = JsonElement.Parse(Write(output => ComparisonJson.Write(output, HandMadeStudies.ThreeRegimes)));
        var value = JsonElement.Parse(Write(output => DataValueJson.Write(output, HandMadeStudies.ByConsent)));

        Assert.Equal("difficulty seal revoke weeklyBudget", Nulls(comparison.GetProperty("regimes")[0].GetProperty("options")));
        Assert.Equal("difficulty consent access seal revoke weeklyBudget", Nulls(value.GetProperty("market").GetProperty("options")));

        static string Nulls(JsonElement options) =>
            string.Join(' ', options.EnumerateObject().Where(setting => setting.Value.ValueKind == JsonValueKind.Null).Select(setting => setting.Name));
    }

    [Fact]
    public void The_head_of_a_study_of_coalitions_states_nothing_that_it_varies()
    {
        var options = HandMadeStudies.ByConsent.Base.Options with { Access = AccessRule.All(2), Consent = 0.5, Films = 50 };
        var value = HandMadeStudies.ByConsent with { Base = new Regime("market", options) };

        var table = Write(output => Terminal.Write(output, console => DataValueTable.Write(console, value)));

        Assert.Contains("Settings     films 50\n", table.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(300)]
    public void No_line_is_wider_than_the_terminal_or_100_columns(int width)
    {
        foreach (var comparison in _comparisons.Values)
        {
            AssertWidth(width, console => ComparisonTable.Write(console, comparison));
        }

        foreach (var value in _values.Values)
        {
            AssertWidth(width, console => DataValueTable.Write(console, value));
        }
    }

    [Fact]
    public void What_steers_a_terminal_is_not_passed_on()
    {
        var table = Write(output => Terminal.Write(output, console => ComparisonTable.Write(console, HandMadeStudies.Broken)));

        Assert.DoesNotContain('\u001b', table);
        Assert.Contains("[bold]?[2J.json", table, StringComparison.Ordinal);
        Assert.Contains("[red]\"A\"[/]", table, StringComparison.Ordinal);
    }

    [Fact]
    public void Verdicts_have_colours_on_a_terminal_and_words_everywhere()
    {
        using var console = new TestConsole().Width(100).Colors(ColorSystem.Standard).EmitAnsiSequences();

        ComparisonTable.Write(console, HandMadeStudies.ThreeRegimes);

        Assert.Contains("\u001b[32mgain", console.Output, StringComparison.Ordinal);
        Assert.Contains("\u001b[91mloss", console.Output.Replace("\u001b[31m", "\u001b[91m", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("undecided", console.Output, StringComparison.Ordinal);
    }

    private static void AssertWidth(int width, Action<IAnsiConsole> write)
    {
        using var console = new TestConsole().Width(ReportWidth.Within(width));

        write(console);

        Assert.NotEmpty(console.Lines);
        Assert.All(console.Lines, line => Assert.True(line.Length <= Math.Min(width, 100), $"{line.Length}: {line}"));
        Assert.DoesNotContain("…", string.Join('\n', console.Lines.Where(line => line.Any(char.IsDigit) && line.Contains(" to ", StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    private static string Write(Action<TextWriter> write)
    {
        using var output = new StringWriter();
        write(output);
        return output.ToString();
    }
}
