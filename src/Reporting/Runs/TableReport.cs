using System.Collections.Immutable;
using System.Globalization;
using MovieChain.Simulation;
using Spectre.Console;
using static System.FormattableString;

namespace MovieChain.Reporting.Runs;

/// <summary>The report for people: the weeks, the profit of each provider, and the chain, within 100 columns.</summary>
internal static class TableReport
{
    /// <summary>The most columns of text that the report takes.</summary>
    public const int MaxWidth = 100;

    /// <summary>Writes the report.</summary>
    public static void Write(IAnsiConsole console, SimulationResult result)
    {
        console.Profile.Width = Math.Min(console.Profile.Width, MaxWidth);
        WriteWeeks(console, result);
        WriteProfits(console, ProviderSummary.Of(result));
        WriteChain(console, result);
    }

    /// <summary>Writes the weeks of as many providers side by side as fit, and the others below.</summary>
    private static void WriteWeeks(IAnsiConsole console, SimulationResult result)
    {
        var rest = ProviderSummary.Of(result);
        while (!rest.IsEmpty)
        {
            var count = 1;
            while (count < rest.Length && TableParts.Fits(console, WeekTable(result, rest[..(count + 1)])))
            {
                count++;
            }

            console.Write(WeekTable(result, rest[..count]));
            rest = rest[count..];
        }
    }

    private static Table WeekTable(SimulationResult result, ImmutableArray<ProviderSummary> providers)
    {
        var table = TableParts.NewTable("Week by week").AddColumn(TableParts.Number("\nWeek"));
        foreach (var provider in providers)
        {
            table.AddColumn(TableParts.Number($"[bold]{Markup.Escape(provider.Name)}[/]\nprofit"));
            table.AddColumn(TableParts.Number("sold\n%")).AddColumn(TableParts.Number("oracle\n%")).AddColumn(TableParts.Number("\nRMSE"));
        }

        for (var i = 0; i < result.Weeks.Length; i++)
        {
            var cells = new List<string> { result.Weeks[i].Week.Number.ToString(CultureInfo.InvariantCulture) };
            foreach (var week in providers.Select(provider => provider.Weeks[i]))
            {
                cells.Add(week.Profit.ToString());
                cells.Add(Share.Percent(week.Bought / (double)week.Offered));
                cells.Add(Share.Percent(Share.Of(week.Profit, week.Yardsticks.Oracle)));
                cells.Add(week.ValidationRmse?.ToString("F3", CultureInfo.InvariantCulture) ?? Share.Nothing);
            }

            table.AddRow([.. cells]);
        }

        return table;
    }

    /// <summary>Writes the profits with the yardsticks beside them, or below where they do not fit.</summary>
    private static void WriteProfits(IAnsiConsole console, ImmutableArray<ProviderSummary> providers)
    {
        var together = ProviderTable("Profit by provider", providers, [.. _profitColumns, .. _yardstickColumns]);
        if (TableParts.Fits(console, together))
        {
            console.Write(together);
            return;
        }

        console.Write(ProviderTable("Profit by provider", providers, _profitColumns));
        console.Write(ProviderTable("Profit of other slates", providers, _yardstickColumns));
    }

    private static Table ProviderTable(string title, ImmutableArray<ProviderSummary> providers, ImmutableArray<ProviderColumn> columns)
    {
        var table = TableParts.NewTable(title).AddColumn(TableParts.Left("\n\nProvider").NoWrap());
        foreach (var column in columns)
        {
            table.AddColumn(column.IsText ? TableParts.Left(column.Header) : TableParts.Number(column.Header));
        }

        foreach (var provider in providers)
        {
            table.AddRow([Markup.Escape(provider.Name), .. columns.Select(column => column.Cell(provider))]);
        }

        return table;
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

    private static readonly ImmutableArray<ProviderColumn> _profitColumns =
    [
        new("\n\nReads from", provider => Markup.Escape(string.Join(", ", provider.Reads)), IsText: true),
        new("\n\nProfit", provider => $"[bold]{provider.Profit}[/]"),
        new("per\nmember\nand week", provider => provider.TakingsPerMemberWeek.ToString("F2", CultureInfo.InvariantCulture)),
        new("\nsold\n%", provider => Share.Percent(provider.Bought / (double)provider.Offered)),
        new("\noracle\n%", provider => $"[bold]{Share.Percent(Share.Of(provider.Profit, provider.OracleProfit))}[/]"),
    ];

    private static readonly ImmutableArray<ProviderColumn> _yardstickColumns =
    [
        new("random\nslates\nearn", provider => provider.RandomProfit.ToString()),
        new("\noracle\n%", provider => Share.Percent(Share.Of(provider.RandomProfit, provider.OracleProfit))),
        new("popular\nslate\nearns", provider => provider.PopularProfit.ToString()),
        new("\noracle\n%", provider => Share.Percent(Share.Of(provider.PopularProfit, provider.OracleProfit))),
    ];

    /// <summary>A column of a table with a row a provider.</summary>
    private sealed record ProviderColumn(string Header, Func<ProviderSummary, string> Cell, bool IsText = false);
}
