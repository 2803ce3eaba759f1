using System.Globalization;
using MovieChain.CommandLine;
using MovieChain.Reporting.Runs;
using MovieChain.Reporting.Studies;
using MovieChain.Tests.CommandLine;

namespace MovieChain.Tests.Reporting;

/// <summary>Numbers read the same wherever the program runs.</summary>
public sealed class CultureTests : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    public void Dispose() => CultureInfo.CurrentCulture = _before;

    [Fact]
    public void Reports_do_not_follow_the_culture()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var expected = AllReports();

        CultureInfo.CurrentCulture = German();

        Assert.Equal("1.234,5", 1234.5.ToString("N1", CultureInfo.CurrentCulture));
        Assert.Equal(expected, AllReports());
    }

    [Fact]
    public async Task Options_and_messages_do_not_follow_the_culture()
    {
        CultureInfo.CurrentCulture = German();

        (await Invocation.RunAsync("--consent 0,5")).AssertRefused("--consent 0,5: must be a number from 0 to 1");
        (await Invocation.RunAsync("--seed -1")).AssertRefused("--seed -1: must be a whole number from 0 to 9007199254740991");
        (await Invocation.RunAsync("--weeks 1 --customers 2 --recommender random --consent 0.5 --no-progress")).AssertSucceeded();
    }

    private static string AllReports()
    {
        using var output = new StringWriter();
        Terminal.Write(output, console => TableReport.Write(console, HandMade.ThreeProviders));
        CsvReport.Write(output, HandMade.ThreeProviders);
        JsonReport.Write(output, HandMade.ThreeProviders);
        Terminal.Write(output, console => ComparisonTable.Write(console, HandMadeStudies.Tuned));
        ComparisonJson.Write(output, HandMadeStudies.Tuned);
        ComparisonCsv.Write(output, HandMadeStudies.Tuned);
        Terminal.Write(output, console => DataValueTable.Write(console, HandMadeStudies.ByConsent));
        DataValueJson.Write(output, HandMadeStudies.ByConsent);
        DataValueCsv.Write(output, HandMadeStudies.ByConsent);
        return output.ToString();
    }

    /// <summary>As in Germany; made by hand because the tests run without cultures.</summary>
    private static CultureInfo German()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = culture.NumberFormat.PercentDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = culture.NumberFormat.PercentGroupSeparator = ".";
        return culture;
    }
}
