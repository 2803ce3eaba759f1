using Spectre.Console;
using Spectre.Console.Rendering;

namespace MovieChain.Reporting;

/// <summary>
/// Gives each column of a table its width, so that the library's own layout, which does not end for a column of one cell and a character
/// of two, is never asked to make a column narrower.
/// </summary>
internal sealed class TableLayout(IAnsiConsole console)
{
    /// <summary>Words of texts and headers are broken only where they are longer; numbers never are.</summary>
    private const int LongestWord = 12;

    private readonly RenderOptions _options = RenderOptions.Create(console, console.Profile.Capabilities);

    /// <summary>Whether columns fit side by side with each of their lines whole.</summary>
    public bool FitsUnbroken(List<StackedTable.Column> columns) => Total([.. columns.Select(column => WidthsOf(column).Most)]) <= console.Profile.Width;

    /// <summary>Whether columns fit side by side.</summary>
    public bool Fits(List<StackedTable.Column> columns) => Total([.. columns.Select(column => WidthsOf(column).Least)]) <= console.Profile.Width;

    /// <summary>Draws columns side by side.</summary>
    public void Write(string title, List<StackedTable.Column> columns)
    {
        var widths = Narrowed(columns);
        var headerLines = columns.Zip(widths, (column, width) => Lines(column.Header, width)).ToList();
        var table = new Table().Border(TableBorder.Simple).Title($"[bold]{title}[/]").NoSafeBorder();
        for (var i = 0; i < columns.Count; i++)
        {
            var lowered = new string('\n', headerLines.Max() - headerLines[i]) + columns[i].Header;
            var column = new TableColumn(lowered).PadLeft(0).PadRight(1).Width(widths[i]);
            table.AddColumn(columns[i].IsText ? column : column.RightAligned());
        }

        for (var row = 0; row < columns[0].Cells.Length; row++)
        {
            table.AddRow([.. columns.Select(column => column.Cells[row])]);
        }

        var width = console.Profile.Width;
        console.Profile.Width = Math.Max(width, Total(widths));
        console.Write(table);
        console.Profile.Width = width;
    }

    /// <summary>The widths at which the columns fit, or the least ones: the widest column gives way first, and the rows' names last.</summary>
    private List<int> Narrowed(List<StackedTable.Column> columns)
    {
        var bounds = columns.Select(WidthsOf).ToList();
        var widths = bounds.Select(bound => bound.Most).ToList();
        while (Total(widths) > console.Profile.Width && Enumerable.Range(0, widths.Count).Where(i => widths[i] > bounds[i].Least).ToList() is { Count: > 0 } wide)
        {
            widths[wide.MaxBy(i => i == 0 ? 0 : widths[i])]--;
        }

        return widths;
    }

    private (int Least, int Most) WidthsOf(StackedTable.Column column)
    {
        var header = Measure(column.Header);
        var cells = column.Cells.Select(Measure).ToList();
        var longestLine = cells.Select(cell => cell.Max).Append(header.Max).Max();
        var longestWord = cells.Select(cell => column.IsText ? Math.Min(cell.Min, LongestWord) : cell.Min).Append(Math.Min(header.Min, LongestWord)).Max();
        return (longestWord, longestLine);
    }

    /// <summary>The widths of the longest word and of the longest line.</summary>
    private Measurement Measure(string markup) => ((IRenderable)new Markup(markup)).Measure(_options, int.MaxValue);

    private int Lines(string markup, int width) => Segment.SplitLines(((IRenderable)new Markup(markup)).Render(_options, width)).Count;

    /// <summary>Each column has one blank before it and one behind it, and the border ends with another.</summary>
    private static int Total(List<int> widths) => widths.Sum() + (2 * widths.Count) + 1;
}
