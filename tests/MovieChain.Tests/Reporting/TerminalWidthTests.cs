using System.Collections.Immutable;
using MovieChain.Evaluation;
using MovieChain.Exchange;
using MovieChain.Exchange.Records;
using MovieChain.Learning.Factorization;
using MovieChain.Ledger;
using MovieChain.Reporting;
using MovieChain.Reporting.Chains;
using MovieChain.Reporting.Evaluations;
using MovieChain.Reporting.Runs;
using MovieChain.Reporting.Studies;
using MovieChain.Simulation;
using MovieChain.Tests.Ledger;
using Spectre.Console;
using Spectre.Console.Testing;

namespace MovieChain.Tests.Reporting;

/// <summary>Every report ends on a terminal of any width, takes no more columns than it may, and breaks no number.</summary>
public sealed class TerminalWidthTests
{
    /// <summary>A layout that does not end keeps a core busy for ever; one that ends takes milliseconds.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    /// <summary>Narrower terminals get the report of the narrowest.</summary>
    private static readonly IEnumerable<int> _widths = Enumerable.Range(1, 200).DistinctBy(width => Math.Max(width, ReportWidth.Least));

    private static readonly FitTime _fit = new(123_456_789, TimeSpan.FromSeconds(4.25));

    private static readonly string[][] _names =
    [
        ["Netflix", "Hulu", "Prime"],
        ["名前", "B"],
        [string.Concat(Enumerable.Repeat("名", 31)), "🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬"],
        [string.Concat(Enumerable.Repeat("한국", 11)), string.Concat(Enumerable.Repeat("e\u0301", 16)), "The Longest Name That Is Allowed", "TheLongestNameWithoutAnySpacesIn"],
    ];

    private static readonly RatingResult _predicted = new(
        MatrixFactorizationOptions.ForRatings,
        new SplitRule(SplitKind.Folds),
        [.. Enumerable.Range(0, 2).Select(_ => new RatingFold(
            123_456_789, 12_345_678, UnseenUsers: 12, UnseenFilms: 34, [new(EvaluatedModel.MatrixFactorization, new RatingError(0.8437, 0.6468, 12_345), _fit)], Users: [], Choice: null))]);

    private static readonly RankingResult _ranked = new(
        MatrixFactorizationOptions.ForPositiveFeedback,
        new SplitRule(SplitKind.LastRow, UsersWithTies: 127),
        Choice: null,
        123_456_789,
        1_000_000,
        new CandidateFigures(CandidateSource.Sampled, 99, 99, 0, 0, 0, 1_234_567, 12, 34),
        [new(EvaluatedModel.MatrixFactorization, new RankingQuality(0.7347, 0.5024, 33), _fit), new(EvaluatedModel.Popularity, new RankingQuality(0.55, 0.32, 33), Fit: null)],
        Users: []);

    public static TheoryData<string> Reports => [.. All(_names[0]).Keys];

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task A_report_with_names_of_any_script_keeps_to_terminals_of_1_to_200_columns(string report)
    {
        foreach (var names in _names)
        {
            var draw = All(names)[report];
            var numbers = Numbers(draw(200)).ToHashSet();
            foreach (var width in _widths)
            {
                var text = await Task.Run(() => draw(width)).WaitAsync(_patience);

                Assert.All(text.Split('\n'), line => Assert.True(Printable.Columns(line.TrimEnd()) <= Math.Max(width, ReportWidth.Least), $"{width}: {line}"));
                Assert.Empty(numbers.Except(Numbers(text)).Select(number => $"{width}: {number}"));
            }
        }
    }

    /// <summary>The words that hold digits, apart from hashes and keys, which are longer than a line, and commands.</summary>
    private static IEnumerable<string> Numbers(string text) => text
        .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
        .Where(word => word.Any(char.IsAsciiDigit) && word.Length <= 24);

    private static Dictionary<string, Func<int, string>> All(string[] names)
    {
        var run = RunOf(names);
        var chain = Samples.Mine(Samples.Mine(Chain.Begin(Samples.RulesFor(4, names), "films=100"u8, Samples.Keys[0], Samples.Miner()), 0, 604_800, [new byte[70]]), 1, 1_209_600);
        return new()
        {
            ["run"] = Draw(console => TableReport.Write(console, run)),
            ["comparison"] = Draw(console => ComparisonTable.Write(console, HandMadeStudies.ComparisonOf(names))),
            ["value"] = Draw(console => DataValueTable.Write(console, HandMadeStudies.ValueOf(names))),
            ["mined block"] = Draw(console => MiningReport.Write(console, new MiningResult(new(20), 1_234_567, Samples.Hash(1), TimeSpan.FromSeconds(1), "AVX2", 64))),
            ["mining rates"] = Draw(console => MiningReport.Write(console, [new("HashData", 1, 1, 3.1e6, 1), new("SHA-NI, two lanes", 2, 128, 12_345.6e6, 3_982.5), new("AVX-512", 16, 1, null, null)])),
            ["chain"] = Write((output, width) => Show(new ChainTable(output, "run.chain", width), chain)),
            ["block"] = Write((output, width) => Show(new BlockTable(output, width, height: 1), chain)),
            ["orders"] = Write((output, width) => ShowOrders(new OrderTable(output, width, names[0], names), names)),
            ["verification"] = Draw(console => VerificationReport.Write(console, SummaryOf(chain))),
            ["rating prediction"] = Draw(console => EvaluationTable.Write(console, new EvaluationData(123_456_789, 1_000_000, 98_765), _predicted)),
            ["ranking"] = Draw(console => EvaluationTable.Write(console, new EvaluationData(123_456_789, 1_000_000, 98_765), _ranked)),
        };
    }

    private static SimulationResult RunOf(string[] names)
    {
        var week = HandMade.ThreeProviders.Weeks[0].Providers[0];
        return HandMade.Result([.. names.Select(name => new ProviderPlan(name, 100))], "mf", [[.. names.Select(_ => week)]]);
    }

    private static ChainFileSummary SummaryOf(Chain chain) =>
        new(Fault: null, chain.Rules, chain.Blocks[0], chain.Head.Header, chain.Blocks.Length, Records: 12_345_678, FileLength: 123_456_789);

    private static void Show(IChainView view, Chain chain)
    {
        foreach (var block in chain.Blocks)
        {
            view.Add(new ShownBlock(block, chain.Rules.AuthorOf(block) ?? 0, chain.Rules));
        }

        view.End(chain.Blocks.Length, null);
    }

    private static void ShowOrders(OrderTable table, string[] names)
    {
        ImmutableArray<OrderLine> lines = [.. Enumerable.Range(0, 40).Select(film => new OrderLine(FilmId.At(film), film % 2 == 0 ? new Rating((byte)film) : null))];
        table.Add(new BlockView(123_456, 1, [new OrderView(23, new Week(4), 12_345, lines), new OrderView(65_535, new Week(12), null, lines)], 3, IsGranted: true));
        table.End([.. names.Select(name => new OwnerTotals(name, 1_234_567, 12, 0))]);
    }

    private static Func<int, string> Draw(Action<IAnsiConsole> draw) => width =>
    {
        using var console = new TestConsole().Width(ReportWidth.Within(width));
        draw(console);
        return console.Output;
    };

    private static Func<int, string> Write(Action<TextWriter, int> write) => width =>
    {
        using var output = new StringWriter();
        write(output, Math.Max(width, ReportWidth.Least));
        return output.ToString();
    };
}
