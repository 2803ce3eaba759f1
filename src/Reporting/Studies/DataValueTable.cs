using System.Collections.Immutable;
using System.Globalization;
using MovieChain.Experiments;
using MovieChain.Simulation;
using Spectre.Console;
using static System.FormattableString;

namespace MovieChain.Reporting.Studies;

/// <summary>The worth of each provider's records, for people.</summary>
internal static class DataValueTable
{
    /// <summary>To so many decimals two sums of the same values are equal.</summary>
    private const int SumDecimals = 6;

    /// <summary>Decimals of what a single member's permission adds.</summary>
    private const int PermissionDecimals = 2;

    /// <summary>Writes the report.</summary>
    public static void Write(IAnsiConsole console, DataValue value)
    {
        WriteHead(console, value);
        console.WriteLine();
        if (value.Swept is { } swept)
        {
            WriteSweep(console, value, swept);
        }

        foreach (var point in value.Points)
        {
            WriteMatrix(console, point, TitleOf(value, point), DecimalsOf(value));
            WriteSums(console, point);
            console.WriteLine();
        }

        WriteFoot(console, value);
    }

    private static void WriteHead(IAnsiConsole console, DataValue value)
    {
        var heading = new Heading(console);
        var options = value.Base.Options;
        heading.Write("Market", value.Varies(Settings.Customers)
            ? Invariant($"{StudyWords.Weeks(options)}; {string.Join(", ", options.Providers.Select(provider => provider.Name))}")
            : StudyWords.Market(options));
        StudyWords.WriteSettings(heading, MarketStatement.Unusual([options]).Where(unusual => !value.Varies(unusual.Setting)));
        heading.Write("Replications", Invariant($"{value.Points[0].Replications.Length:N0} of each of {1 << options.Providers.Length} coalitions; {StudyWords.Seeds(value.Settings, "coalitions")}"));
        heading.Write("Intervals", StudyWords.Intervals(value.Settings));
        heading.WriteAll("Warning", StudyNotes.OnIntervals(value.Settings, value.Points[0].Replications.Length));
    }

    /// <summary>Writes the worth of sharing by the values of the swept option.</summary>
    private static void WriteSweep(IAnsiConsole console, DataValue value, string swept)
    {
        var points = value.Points;
        var table = new StackedTable($"Total profit by {Markup.Escape(swept)}", Markup.Escape(swept), [.. points.Select(point => SettingOf(point))]);
        table.Add("members\nconsenting", points.Select(point => StudyWords.Amount(point.Consenting, 1)));
        table.Add("nobody\nshares", points.Select(point => StudyWords.Amount(point.ProfitOfNone, 0)));
        table.Add("all\nshare", points.Select(point => StudyWords.Amount(point.ProfitOfAll, 0)));
        table.Add("sharing\nadds", points.Select(point => Cell(point.Total, DecimalsOf(value))));
        table.Add("to owners by\ntheir own", points.Select(point => Cell(point.Themselves, DecimalsOf(value))));
        if (points.Any(point => point.Permission is not null))
        {
            table.Add("a permission\nadds", points.Select(point => point.Permission is { } permission ? Cell(permission, PermissionDecimals) : Share.Nothing));
        }

        table.Write(console);
    }

    /// <summary>Writes what each owner's records add to each beneficiary's profit, with the interval below.</summary>
    private static void WriteMatrix(IAnsiConsole console, DataValuePoint point, string title, int decimals)
    {
        ImmutableArray<string> names = [.. point.Options.Providers.Select(provider => StudyWords.Name(provider.Name))];
        var table = new StackedTable(title, "Records of", [.. names, $"[bold]{StudyWords.AllOwners}[/]"]);
        for (var beneficiary = 0; beneficiary < names.Length; beneficiary++)
        {
            table.Add($"to\n{names[beneficiary]}", [.. point.Matrix.Select(row => Cell(row[beneficiary], decimals)), Cell(point.Beneficiaries[beneficiary], decimals)]);
        }

        table.Add("[bold]to all:\nShapley value[/]", [.. point.Owners.Select(owner => Cell(owner, decimals)), Cell(point.Total, decimals)]);
        table.Write(console);
    }

    private static void WriteSums(IAnsiConsole console, DataValuePoint point)
    {
        var heading = new Heading(console);
        // Rounded first, so that sums that differ in their last bits print alike.
        var sum = Math.Round(point.Owners.Sum(owner => owner.Mean), SumDecimals);
        var gain = Math.Round(point.ProfitOfAll - point.ProfitOfNone, SumDecimals);
        heading.Write("Profit", Invariant($"all earn {point.ProfitOfNone:N2} together when nobody shares, {point.ProfitOfAll:N2} when all share"));
        heading.Write("Sum", $"The Shapley values add up to {StudyWords.Amount(sum, 2)}; sharing by all gains {StudyWords.Amount(gain, 2)} over none"
            + (point.AddsUp ? "" : ". THEY DO NOT ADD UP. This is a bug of the program: do not trust its figures"));
    }

    private static void WriteFoot(IAnsiConsole console, DataValue value)
    {
        var heading = new Heading(console);
        heading.WriteAll("Note", StudyNotes.On(value));
        heading.Write("Read", "a cell is what the records of the row's owner add to the profit of the column's provider over all weeks: the owner's mean contribution "
            + "over all orders in which owners can join the coalition (Shapley). Each owner always reads its own records; its own gain or loss "
            + "comes from what others learn");
        if (value.Swept is not null)
        {
            heading.Write("By their own", "what the owners' records add to the owners' own profits, the sum of the diagonal. Below 0, an owner gains by reading others' records "
                + "without sharing its own");
        }

        heading.Write("*", "the interval excludes 0; it is not adjusted for the number of cells");
        if (value.Points.Any(point => point.Permission is not null))
        {
            heading.Write("Permission", "what one more consenting member adds to the total profit when all share, compared with the next lower consent of the sweep");
        }
    }

    private static int DecimalsOf(DataValue value) => StudyWords.DecimalsFor(value.Points.Min(point => point.ProfitOfNone));

    private static string TitleOf(DataValue value, DataValuePoint point) =>
        value.Swept is { } swept ? $"What records add, at {Markup.Escape(swept)} {SettingOf(point)}" : "What records add";

    private static string SettingOf(DataValuePoint point) => point.Setting?.ToString(CultureInfo.InvariantCulture) ?? Share.Nothing;

    /// <summary>A mean with its interval below.</summary>
    private static string Cell(Estimate estimate, int decimals) =>
        $"{StudyWords.Marked(estimate, StudyWords.Change(estimate.Mean, decimals))}\n[grey]{StudyWords.Interval(estimate, decimals)}[/]";
}
