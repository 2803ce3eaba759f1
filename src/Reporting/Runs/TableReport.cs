using System.Collections.Immutable;
using System.Globalization;
using MovieChain.Simulation;
using Spectre.Console;
using static System.FormattableString;

namespace MovieChain.Reporting.Runs;

/// <summary>The report for people: the weeks, the profit of each provider, and the chain.</summary>
internal static class TableReport
{
    /// <summary>Writes the report.</summary>
    public static void Write(IAnsiConsole console, SimulationResult result)
    {
        WriteWeeks(console, result);
        WriteProfits(console, ProviderSummary.Of(result));
        WriteChain(console, result);
    }

    /// <summary>Writes the weeks of as many providers side by side as fit, and the others below.</summary>
    private static void WriteWeeks(IAnsiConsole console, SimulationResult result)
    {
        var weeks = result.Weeks.Select(week => week.Week.Number.ToString(CultureInfo.InvariantCulture));
        var table = new StackedTable("Week by week", StackedTable.Number("\nWeek", weeks));
        foreach (var provider in ProviderSummary.Of(result))
        {
            table.AddGroup(
                StackedTable.Number($"[bold]{Markup.Escape(provider.Name)}[/]\nprofit", provider.Weeks.Select(week => week.Profit.ToString())),
                StackedTable.Number("sold\n%", provider.Weeks.Select(week => Share.Percent(week.Bought / (double)week.Offered))),
                StackedTable.Number("oracle\n%", provider.Weeks.Select(week => Share.Percent(Share.Of(week.Profit, week.Yardsticks.Oracle)))),
                StackedTable.Number(
                    "\nRMSE", provider.Weeks.Select(week => week.ValidationRmse?.ToString("F3", CultureInfo.InvariantCulture) ?? Share.Nothing)));
        }

        table.Write(console);
    }

    /// <summary>Writes the profits with the yardsticks beside them, or below where they do not fit.</summary>
    private static void WriteProfits(IAnsiConsole console, ImmutableArray<ProviderSummary> providers)
    {
        var table = new StackedTable("Profit by provider", "Provider", [.. providers.Select(provider => Markup.Escape(provider.Name))]);
        table.AddGroup(
            StackedTable.Text("Reads from", providers.Select(provider => Markup.Escape(string.Join(", ", provider.Reads)))),
            StackedTable.Number("Profit", providers.Select(provider => $"[bold]{provider.Profit}[/]")),
            StackedTable.Number(
                "per\nmember\nand week", providers.Select(provider => provider.TakingsPerMemberWeek.ToString("F2", CultureInfo.InvariantCulture))),
            StackedTable.Number("sold\n%", providers.Select(provider => Share.Percent(provider.Bought / (double)provider.Offered))),
            StackedTable.Number("oracle\n%", providers.Select(provider => $"[bold]{Share.Percent(Share.Of(provider.Profit, provider.OracleProfit))}[/]")));
        table.AddGroup(
            "Profit of other slates",
            StackedTable.Number("random\nslates\nearn", providers.Select(provider => provider.RandomProfit.ToString())),
            StackedTable.Number("oracle\n%", providers.Select(provider => Share.Percent(Share.Of(provider.RandomProfit, provider.OracleProfit)))),
            StackedTable.Number("popular\nslate\nearns", providers.Select(provider => provider.PopularProfit.ToString())),
            StackedTable.Number("oracle\n%", providers.Select(provider => Share.Percent(Share.Of(provider.PopularProfit, provider.OracleProfit)))));
        table.Write(console);
    }

    private static void WriteChain(IAnsiConsole console, SimulationResult result)
    {
        var chain = result.Chain;
        var heading = new Heading(console);
        heading.Write("Chain", Invariant($"{chain.Blocks.Length} blocks at difficulty {chain.Rules.Difficulty.Bits}, {(result.Fault is null ? "verified from genesis" : "NOT VALID")}"));
        heading.Write("Records", Invariant($"{chain.Blocks.Sum(block => (long)block.Records.Count):N0}, {(result.Options.Seal ? "sealed" : "in the clear")}"));
        heading.Write("Attempts", Invariant($"{chain.Attempts:N0} found, {chain.ExpectedAttempts:N0} expected"));
        heading.Write("Fingerprint", $"{result.Fingerprint}");
        heading.WriteAll("Note", Notes.On(result));
    }
}
