using MovieChain.Reporting;
using MovieChain.Reporting.Runs;
using MovieChain.Simulation;
using Spectre.Console.Testing;

namespace MovieChain.Tests.Reporting;

public sealed class TableWidthTests
{
    [Theory]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(300)]
    public void No_line_is_wider_than_the_terminal_or_100_columns(int width)
    {
        foreach (var result in new[] { HandMade.ThreeProviders, HandMade.OracleEarnsNothing, HandMade.Wide, HandMade.NotValid })
        {
            using var console = new TestConsole().Width(ReportWidth.Within(width));

            TableReport.Write(console, result);

            Assert.NotEmpty(console.Lines);
            Assert.All(console.Lines, line => Assert.True(line.Length <= Math.Min(width, 100), $"{line.Length}: {line}"));
        }
    }

    [Theory]
    [InlineData(100, 1)]
    [InlineData(80, 2)]
    [InlineData(50, 3)]
    public void Providers_that_do_not_fit_side_by_side_follow_below(int width, int tables)
    {
        using var console = new TestConsole().Width(width);

        TableReport.Write(console, HandMade.ThreeProviders);

        Assert.Equal(tables, console.Lines.Count(line => line.Trim() == "Week by week"));
        Assert.Equal(tables, console.Lines.Count(line => line.TrimStart().StartsWith("3  ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Sixty_four_providers_all_have_their_weeks_and_their_profit()
    {
        var week = HandMade.ThreeProviders.Weeks[0].Providers[0];
        var plans = Enumerable.Range(1, 64).Select(number => new ProviderPlan($"P{number}", 100)).ToList();
        using var console = new TestConsole().Width(100);

        TableReport.Write(console, HandMade.Result([.. plans], "mf", [[.. plans.Select(_ => week)]]));

        Assert.All(console.Lines, line => Assert.True(line.Length <= 100, line));
        Assert.All(plans, plan => Assert.Contains(console.Lines, line => line.Split(' ').Contains(plan.Name)));
        Assert.Equal(64, console.Lines.Sum(line => line.Split(' ').Count(word => word == "0.500")));
    }

    [Fact]
    public void Every_number_of_the_weeks_stands_whole_in_a_narrow_table()
    {
        using var console = new TestConsole().Width(80);

        TableReport.Write(console, HandMade.ThreeProviders);

        var words = console.Output.Split([' ', '\n']);
        Assert.All(["1,000", "100.0", "0.438", "99.5", "99.9"], number => Assert.Contains(number, words));
    }
}
