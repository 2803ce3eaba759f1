using MovieChain.CommandLine;
using MovieChain.Reporting.Runs;
using MovieChain.Simulation;

namespace MovieChain.Tests.Reporting;

public sealed class GoldenReportTests
{
    private static readonly Dictionary<string, SimulationResult> _results = new()
    {
        ["three-providers"] = HandMade.ThreeProviders,
        ["oracle-earns-nothing"] = HandMade.OracleEarnsNothing,
        ["wide"] = HandMade.Wide,
        ["not-valid"] = HandMade.NotValid,
    };

    /// <summary>The golden files of other tests.</summary>
    private static readonly string[] _others =
        [
            "compare.csv", "compare.txt", "compare-broken.txt", "compare-tuned.json", "compare-tuned.txt", "compare-wide.txt", "value-consent.csv", "value-consent.json",
            "value-consent.txt", "value-not-adding-up.txt", "value-wide.txt", "fingerprint.txt", "proof.txt", "show-block.json", "show-block.txt", "show-genesis.txt",
            "show.json", "show.txt",
        ];

    public static TheoryData<string> Names => [.. _results.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_table_is_the_golden_one(string name) =>
        Golden.AssertMatches($"{name}.txt", Write(output => Terminal.Write(output, console => TableReport.Write(console, _results[name]))));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_CSV_is_the_golden_one(string name) => Golden.AssertMatches($"{name}.csv", Write(output => CsvReport.Write(output, _results[name])));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_JSON_is_the_golden_one(string name) => Golden.AssertMatches($"{name}.json", Write(output => JsonReport.Write(output, _results[name])));

    [Fact]
    public void Every_golden_file_belongs_to_a_test()
    {
        var names = Directory.EnumerateFiles(Repository.Golden).Select(Path.GetFileName).Where(name => !name!.Contains(".received.", StringComparison.Ordinal));

        Assert.Equal(_results.Keys.SelectMany(name => (string[])[$"{name}.csv", $"{name}.json", $"{name}.txt"]).Concat(_others).Order(), names.Order());
    }

    private static string Write(Action<TextWriter> write)
    {
        using var output = new StringWriter();
        write(output);
        return output.ToString();
    }
}
