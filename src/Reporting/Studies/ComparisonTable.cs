using System.Collections.Immutable;
using System.Globalization;
using MovieChain.Experiments;
using MovieChain.Simulation;
using Spectre.Console;

namespace MovieChain.Reporting.Studies;

/// <summary>A comparison, for people.</summary>
internal sealed class ComparisonTable
{
    /// <summary>The pairs of eight providers; more pairs are not listed.</summary>
    private const int MaxOverlaps = 28;

    /// <summary>Two regimes' names stand in a title if they have no more columns together.</summary>
    private const int MaxTitleNames = 40;

    private readonly IAnsiConsole _console;
    private readonly Comparison _comparison;
    private readonly ImmutableArray<string> _rows;
    private readonly int _decimals;

    private ComparisonTable(IAnsiConsole console, Comparison comparison)
    {
        _console = console;
        _comparison = comparison;
        _rows = [.. Providers.Select(provider => StudyWords.Name(provider.Name)), $"[bold]{StudyWords.Together}[/]"];
        _decimals = StudyWords.DecimalsFor(comparison.Pairs[0].Horizons[0].Total.MeanA);
    }

    private ImmutableArray<ProviderPlan> Providers => _comparison.Regimes[0].Options.Providers;

    /// <summary>Writes the report.</summary>
    public static void Write(IAnsiConsole console, Comparison comparison)
    {
        var table = new ComparisonTable(console, comparison);
        ComparisonWords.WriteHead(new Heading(console), comparison);
        console.WriteLine();
        foreach (var pair in comparison.Pairs)
        {
            foreach (var horizon in pair.Horizons)
            {
                table.WriteDifferences(pair, horizon, isAll: horizon == pair.Horizons[0]);
            }
        }

        table.WriteBounds();
        table.WritePairing();
        table.WriteOverlaps();
        ComparisonWords.WriteFoot(new Heading(console), comparison, table._decimals);
    }

    private void WriteDifferences(PairedComparison pair, HorizonComparison horizon, bool isAll)
    {
        ImmutableArray<PairedDifference> differences = [.. horizon.Providers, horizon.Total];
        var (a, b) = (ComparisonWords.Letter(0), ComparisonWords.Letter(pair.Regime));
        var table = new StackedTable($"{TitleOf(pair.Regime)}: {horizon.Horizon.Name}", "Provider", _rows);
        table.Add($"{a}\nearns", differences.Select(row => StudyWords.Amount(row.MeanA, _decimals)));
        table.Add($"{b}\nearns", differences.Select(row => StudyWords.Amount(row.MeanB, _decimals)));
        table.Add("differ-\nence", differences.Select(row => $"[bold]{StudyWords.Change(row.Difference.Mean, _decimals)}[/]"));
        table.Add("95 % interval", differences.Select(row => StudyWords.Interval(row.Difference, _decimals)));
        table.Add("in\n%", differences.Select(row => row.Percent is { } percent ? StudyWords.Change(percent, 1) : Share.Nothing));
        table.Add("p\n(Holm)", differences.Select(row => P(row.P)));
        table.AddText("verdict", differences.Select(row => StudyWords.Marked(row.Verdict)));
        if (isAll)
        {
            table.Add("gap\nclosed\n%", differences.Select(row => Share.Percent(row.GapClosed)));
        }

        table.Write(_console);
    }

    /// <summary>The compared regimes, with their names where these are short.</summary>
    private string TitleOf(int regime)
    {
        var (nameA, nameB) = (Printable.Of(_comparison.Regimes[0].Name), Printable.Of(_comparison.Regimes[regime].Name));
        var (a, b) = (ComparisonWords.Letter(0), ComparisonWords.Letter(regime));
        return Printable.Columns(nameA) + Printable.Columns(nameB) <= MaxTitleNames
            ? Markup.Escape($"{b} {nameB} against {a} {nameA}")
            : $"{b} against {a}";
    }

    /// <summary>Writes each regime's profit beside those of random slates and of the oracle.</summary>
    private void WriteBounds()
    {
        var bounds = Of(_comparison.Pairs[0], (row, place) => new Bounds($"{ComparisonWords.Letter(0)} {_rows[place]}", row.RandomA, row.MeanA, row.OracleA))
            .Concat(_comparison.Pairs.SelectMany(pair =>
                Of(pair, (row, place) => new Bounds($"{ComparisonWords.Letter(pair.Regime)} {_rows[place]}", row.RandomB, row.MeanB, row.OracleB))))
            .ToImmutableArray();
        var table = new StackedTable("Between random slates and the oracle: all weeks", "Provider", [.. bounds.Select(row => row.Name)]);
        table.Add("random\nslates earn", bounds.Select(row => StudyWords.Amount(row.Random, _decimals)));
        table.Add("oracle\n%", bounds.Select(row => Share.Percent(Share.Of(row.Random, row.Oracle))));
        table.Add("\nearns", bounds.Select(row => StudyWords.Amount(row.Mean, _decimals)));
        table.Add("oracle\n%", bounds.Select(row => Share.Percent(Share.Of(row.Mean, row.Oracle))));
        table.Add("oracle\nearns", bounds.Select(row => StudyWords.Amount(row.Oracle, _decimals)));
        table.Write(_console);
    }

    private void WritePairing()
    {
        var rows = _comparison.Pairs
            .SelectMany(pair => Of(pair, (row, place) => (Name: $"{ComparisonWords.Letter(pair.Regime)} {_rows[place]}", Row: row)))
            .ToImmutableArray();
        var table = new StackedTable("Gain from pairing: all weeks", "Provider", [.. rows.Select(row => row.Name)]);
        table.Add("variance\nratio", rows.Select(row => row.Row.VarianceRatio is { } ratio ? StudyWords.Amount(ratio, 1) : Share.Nothing));
        table.Add(
            "replications\nfor ±10 %",
            rows.Select(row => row.Row.ReplicationsForTenth is { } needed ? Printable.Number(needed) : Share.Nothing));
        table.Write(_console);
    }

    private void WriteOverlaps()
    {
        var overlaps = _comparison.Overlaps;
        if (overlaps.IsEmpty)
        {
            return;
        }

        var shown = overlaps.Length <= MaxOverlaps ? overlaps : [];
        var names = shown.Select(pair => $"{StudyWords.Name(Providers[pair.First].Name)}, {StudyWords.Name(Providers[pair.Second].Name)}");
        var table = new StackedTable("Overlap of slates, %", "Providers", [.. names, $"[bold]{StudyWords.MeanOfPairs}[/]"]);
        for (var regime = 0; regime < _comparison.Regimes.Length; regime++)
        {
            var mean = overlaps.Average(pair => pair.ByRegime[regime]);
            table.Add(ComparisonWords.Letter(regime), [.. shown.Select(pair => Share.Percent(pair.ByRegime[regime])), Share.Percent(mean)]);
        }

        table.Write(_console);
    }

    /// <summary>Something of each provider, and of all together, over all weeks.</summary>
    private static IEnumerable<T> Of<T>(PairedComparison pair, Func<PairedDifference, int, T> make) =>
        pair.Horizons[0].Providers.Append(pair.Horizons[0].Total).Select(make);

    private static string P(double? value) => value switch
    {
        null => Share.Nothing,
        < 0.0001 => "<0.0001",
        { } p => p.ToString("F4", CultureInfo.InvariantCulture),
    };

    private sealed record Bounds(string Name, double Random, double Mean, double Oracle);
}
