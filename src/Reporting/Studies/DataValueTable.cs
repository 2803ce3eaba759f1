using System.Collections.Immutable;
using System.Globalization;
using MovieChain.Experiments;
using MovieChain.Reporting.Runs;
using MovieChain.Simulation;
using Spectre.Console;

namespace MovieChain.Reporting.Studies;

/// <summary>The worth of each provider's records, for people, within 100 columns.</summary>
internal static class DataValueTable
{
    /// <summary>Below this all earn so little together that a tenth counts.</summary>
    private const double Small = 10_000;

    /// <summary>To so many decimals two sums of the same values are equal.</summary>
    private const int SumDecimals = 6;

    /// <summary>Decimals of what a single member's permission adds.</summary>
    private const int PermissionDecimals = 2;

    /// <summary>Writes the report.</summary>
    public static void Write(IAnsiConsole console, DataValue value)
    {
        console.Profile.Width = Math.Min(console.Profile.Width, TableReport.MaxWidth);
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
        var facts = new Facts();
        var options = value.Base.Options;
        facts.Add("Market", value.Swept == OptionRanges.Customers.Name
            ? Format($"{StudyWords.Weeks(options)}; {string.Join(", ", options.Providers.Select(provider => provider.Name))}")
            : StudyWords.Market(options));
        StudyWords.AddSettings(facts, [.. value.Points.Select(point => point.Options)]);
        facts.Add("Replications", Format($"{value.Points[0].Replications.Length:N0} of each of {1 << options.Providers.Length} coalitions; {StudyWords.Seeds(value.Settings)}"));
        facts.Add("Intervals", StudyWords.Intervals(value.Settings, value.Points[0].Replications.Length));
        facts.Write(console);
    }

    /// <summary>Writes the worth of sharing by the values of the swept option.</summary>
    private static void WriteSweep(IAnsiConsole console, DataValue value, string swept)
    {
        var points = value.Points;
        var table = new StackedTable($"What all earn together, by {Markup.Escape(swept)}", Markup.Escape(swept), [.. points.Select(point => SettingOf(point))]);
        table.Add("members\nconsenting", points.Select(point => StudyWords.Amount(point.Consenting, 1)));
        table.Add("nobody\nshares", points.Select(point => StudyWords.Amount(point.ProfitOfNone, 0)));
        table.Add("all\nshare", points.Select(point => StudyWords.Amount(point.ProfitOfAll, 0)));
        table.Add("sharing\nadds", points.Select(point => Cell(point.Total, DecimalsOf(value))));
        table.Add("to owners by\ntheir own", points.Select(point => Cell(point.Themselves, DecimalsOf(value))));
        if (points.Any(point => point.Permission is not null))
        {
            table.Add("a permission\nadds", points.Select(point => point.Permission is { } permission ? Cell(permission, PermissionDecimals) : StudyWords.Nothing));
        }

        table.Write(console);
    }

    /// <summary>Writes what each owner's records add to each beneficiary's profit, with the interval below.</summary>
    private static void WriteMatrix(IAnsiConsole console, DataValuePoint point, string title, int decimals)
    {
        ImmutableArray<string> names = [.. point.Options.Providers.Select(provider => StudyWords.Name(provider.Name))];
        var table = new StackedTable(title, "Records of", [.. names, "[bold]All owners[/]"]);
        for (var beneficiary = 0; beneficiary < names.Length; beneficiary++)
        {
            table.Add($"to\n{names[beneficiary]}", [.. point.Matrix.Select(row => Cell(row[beneficiary], decimals)), Cell(point.Beneficiaries[beneficiary], decimals)]);
        }

        table.Add("[bold]to all:\nShapley value[/]", [.. point.Owners.Select(owner => Cell(owner, decimals)), Cell(point.Total, decimals)]);
        table.Write(console);
    }

    private static void WriteSums(IAnsiConsole console, DataValuePoint point)
    {
        var facts = new Facts();
        // Rounded alike first: two sums that miss each other by their last bits could fall on either side of half a hundredth.
        var sum = Math.Round(point.Owners.Sum(owner => owner.Mean), SumDecimals);
        var gain = Math.Round(point.ProfitOfAll - point.ProfitOfNone, SumDecimals);
        facts.Add("Profit", Format($"all earn {point.ProfitOfNone:N2} together when nobody shares, {point.ProfitOfAll:N2} when all share"));
        facts.Add("Sum", $"The Shapley values add up to {StudyWords.Amount(sum, 2)}; all sharing gains {StudyWords.Amount(gain, 2)} over none"
            + (point.AddsUp() ? "" : ". THEY DO NOT ADD UP: the program is at fault, and none of its figures is to be trusted"));
        facts.Write(console);
    }

    private static void WriteFoot(IAnsiConsole console, DataValue value)
    {
        var facts = new Facts();
        facts.Add("Read", "a cell is what the records of the row's owner add to the profit of the column's provider over all weeks: the owner's mean contribution "
            + "over all orders in which owners could begin to share (Shapley). The owner itself reads its records in any case; what it gains or loses "
            + "comes from what the others learn");
        if (value.Swept is not null)
        {
            facts.Add("By their own", "what the owners' records add to the owners' own profits, the sum of the diagonals: below 0 where it pays to keep one's records to oneself "
                + "and read those of the others");
        }

        facts.Add("*", "the interval excludes 0; it is not adjusted for the number of cells");
        if (value.Points.Any(point => point.Permission is not null))
        {
            facts.Add("Permission", "what one more member's consent adds to what all earn when all share, beside the next lower consent of the sweep");
        }

        facts.Write(console);
    }

    private static int DecimalsOf(DataValue value) => value.Points.Min(point => point.ProfitOfNone) < Small ? 1 : 0;

    private static string TitleOf(DataValue value, DataValuePoint point) =>
        value.Swept is { } swept ? $"What records add, at {Markup.Escape(swept)} {SettingOf(point)}" : "What records add";

    private static string SettingOf(DataValuePoint point) => point.Setting?.ToString(CultureInfo.InvariantCulture) ?? StudyWords.Nothing;

    /// <summary>A mean with its interval below.</summary>
    private static string Cell(Estimate estimate, int decimals) =>
        $"{StudyWords.Marked(estimate, StudyWords.Change(estimate.Mean, decimals))}\n[grey]{StudyWords.Interval(estimate, decimals)}[/]";

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
