using System.Collections.Immutable;
using System.Globalization;
using MovieChain.Simulation;
using Spectre.Console;

namespace MovieChain.Reporting;

/// <summary>The report for people: the weeks, the profit of each provider, and the chain, within 100 columns.</summary>
public static class TableReport
{
    /// <summary>The most columns of text that the report takes.</summary>
    public const int MaxWidth = 100;

    /// <summary>A space of padding and the border's own.</summary>
    private const int ColumnGap = 2;
    private const string Nothing = "-";

    /// <summary>Writes the report.</summary>
    public static void Write(IAnsiConsole console, SimulationResult result)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(result);
        console.Profile.Width = Math.Min(console.Profile.Width, MaxWidth);
        var providers = ProviderSummary.Of(result);
        foreach (var group in GroupByWidth(providers, console.Profile.Width))
        {
            console.Write(WeekTable(result, group));
        }

        console.Write(ProfitTable(providers));
        WriteChain(console, result);
        foreach (var note in Notes.On(result))
        {
            console.MarkupLineInterpolated($"[yellow]Note[/]         {note}");
        }
    }

    /// <summary>Splits the providers into groups whose weeks fit side by side.</summary>
    private static IEnumerable<ImmutableArray<ProviderSummary>> GroupByWidth(ImmutableArray<ProviderSummary> providers, int available)
    {
        const int WeekWidth = 1 + 4 + ColumnGap;
        var group = ImmutableArray.CreateBuilder<ProviderSummary>();
        var width = WeekWidth;
        foreach (var provider in providers)
        {
            var profitWidth = Math.Max(provider.Name.Length, provider.Weeks.Max(week => week.Profit.ToString().Length));
            var added = profitWidth + "100.0".Length + "oracle".Length + "0.000".Length + (4 * ColumnGap);
            if (group.Count > 0 && width + added > available)
            {
                yield return group.DrainToImmutable();
                width = WeekWidth;
            }

            group.Add(provider);
            width += added;
        }

        yield return group.ToImmutable();
    }

    private static Table WeekTable(SimulationResult result, ImmutableArray<ProviderSummary> providers)
    {
        var table = NewTable("Week by week").AddColumn(Column("\nWeek"));
        foreach (var provider in providers)
        {
            table.AddColumn(Column($"[bold]{Markup.Escape(provider.Name)}[/]\nprofit"));
            table.AddColumn(Column("sold\n%")).AddColumn(Column("oracle\n%")).AddColumn(Column("\nRMSE"));
        }

        for (var i = 0; i < result.Weeks.Length; i++)
        {
            var cells = new List<string> { result.Weeks[i].Week.Number.ToString(CultureInfo.InvariantCulture) };
            foreach (var week in providers.Select(provider => provider.Weeks[i]))
            {
                cells.Add(week.Profit.ToString());
                cells.Add(Percent(week.Bought / (double)week.Offered));
                cells.Add(Percent(ProviderSummary.Share(week.Profit, week.Yardsticks.Oracle)));
                cells.Add(week.ValidationRmse?.ToString("F3", CultureInfo.InvariantCulture) ?? Nothing);
            }

            table.AddRow([.. cells]);
        }

        return table;
    }

    private static Table ProfitTable(ImmutableArray<ProviderSummary> providers)
    {
        var table = NewTable("Profit by provider")
            .AddColumn(new TableColumn("\n\nProvider").LeftAligned().PadLeft(0).PadRight(1))
            .AddColumn(new TableColumn("\n\nReads from").LeftAligned().PadLeft(0).PadRight(1));
        foreach (var header in new[] { "\n\nProfit", "per\nmember\nand week", "\nsold\n%", "\noracle\n%", "random\nslates\nearn", "\noracle\n%", "popular\nslate\nearns", "\noracle\n%" })
        {
            table.AddColumn(Column(header));
        }

        foreach (var provider in providers)
        {
            table.AddRow(
                Markup.Escape(provider.Name),
                Markup.Escape(string.Join(", ", provider.Reads)),
                $"[bold]{provider.Profit}[/]",
                provider.TakingsPerMemberWeek.ToString("F2", CultureInfo.InvariantCulture),
                Percent(provider.Bought / (double)provider.Offered),
                $"[bold]{Percent(ProviderSummary.Share(provider.Profit, provider.OracleProfit))}[/]",
                provider.RandomProfit.ToString(),
                Percent(ProviderSummary.Share(provider.RandomProfit, provider.OracleProfit)),
                provider.PopularProfit.ToString(),
                Percent(ProviderSummary.Share(provider.PopularProfit, provider.OracleProfit)));
        }

        return table;
    }

    private static void WriteChain(IAnsiConsole console, SimulationResult result)
    {
        var chain = result.Chain;
        var verdict = result.Fault is null ? "[green]verified from genesis[/]" : "[red]NOT VALID[/]";
        console.MarkupLine(string.Create(
            CultureInfo.InvariantCulture,
            $"[bold]Chain[/]        {chain.Blocks.Length} blocks at difficulty {chain.Rules.Difficulty.Bits}, {chain.Attempts:N0} attempts ({chain.ExpectedAttempts:N0} expected), {verdict}"));
        console.MarkupLine($"[bold]Fingerprint[/]  {result.Fingerprint}");
    }

    private static Table NewTable(string title) =>
        new Table().Border(TableBorder.Simple).Title($"[bold]{title}[/]").NoSafeBorder();

    private static TableColumn Column(string header) => new TableColumn(header).RightAligned().NoWrap().PadLeft(0).PadRight(1);

    private static string Percent(double? fraction) => fraction?.ToString("P1", _percent) ?? Nothing;

    private static readonly NumberFormatInfo _percent = new() { PercentSymbol = "", PercentPositivePattern = 1, PercentNegativePattern = 1 };
}
