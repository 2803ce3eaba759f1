using System.Text.RegularExpressions;

namespace MovieChain.Tests.CommandLine;

/// <summary>A spreadsheet must not run a name as a formula.</summary>
public sealed partial class FormulaTests : IDisposable
{
    private const string Scenario = """
        { "weeks": 1, "customers": 3, "films": 9, "slate": 2, "difficulty": 0, "providers": [{ "name": "=1+1" }, { "name": "+B" }, { "name": "-C" }, { "name": "@D" }, { "name": "E=" }] }
        """;

    private readonly ScenarioFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("compare own all --replications 2")]
    [InlineData("value --replications 2")]
    public async Task A_name_that_begins_like_a_formula_gets_an_apostrophe(string command)
    {
        var csv = (await Invocation.RunAsync([.. Words(command), "--scenario", _folder.Write(Scenario), "--format", "csv"])).AssertSucceeded();

        Assert.All(["'=1+1", "'+B", "'-C", "'@D"], name => Assert.Contains($",\"{name}\",", csv, StringComparison.Ordinal));
        Assert.Contains(",E=,", csv, StringComparison.Ordinal);
        Assert.All(Field().Matches(csv).Select(match => match.Value.Trim('"')), field => Assert.DoesNotMatch("^([=+@\t\r]|-[^0-9])", field));
    }

    [Fact]
    public async Task A_number_below_zero_stays_a_number() =>
        Assert.Matches(@"\d,-\d+,\d", (await Invocation.RunAsync("compare all own --weeks 2 --customers 3 --replications 5 --format csv")).AssertSucceeded());

    private static string[] Words(string command) => command.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex("(?<=^|,)(\"[^\"]*\"|[^,\n]*)", RegexOptions.Multiline)]
    private static partial Regex Field();
}
