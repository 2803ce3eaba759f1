using System.Collections.Immutable;
using System.Text;

namespace MovieChain.Reporting;

/// <summary>
/// Writes a table row by row in columns of fixed width, so that it can be longer than memory. Columns that do not fit side by side follow
/// on a second line of each row. Numbers are never cut.
/// </summary>
internal sealed class ColumnTable
{
    private const string Gap = "  ";
    private const string FirstIndent = " ";
    private const string Indent = "     ";
    private const int LongestName = 64;

    private readonly TextWriter _output;
    private readonly int _width;
    private readonly ImmutableArray<Line> _lines;

    /// <summary>A table for an output.</summary>
    /// <param name="output">Where the table goes.</param>
    /// <param name="width">How many columns the output has.</param>
    /// <param name="columns">The table's columns, from the left.</param>
    public ColumnTable(TextWriter output, int width, ImmutableArray<Column> columns)
    {
        _output = output;
        _width = width;
        _lines = [.. LinesOf(columns, width)];
    }

    /// <summary>The width of a column of providers' names: whole as far as a provider may have them, so that no two look alike.</summary>
    /// <param name="names">All names that it will hold.</param>
    /// <param name="least">The least width.</param>
    /// <param name="width">How many columns the output has.</param>
    public static int WidthOf(IEnumerable<string> names, int least, int width) =>
        Math.Clamp(names.Max(name => Printable.Columns(Printable.Of(name))), least, Math.Min(LongestName, width - Indent.Length));

    /// <summary>Writes the columns' names and a line below them.</summary>
    public void WriteHead()
    {
        _output.WriteLine();
        WriteRow([.. _lines.SelectMany(line => line.Columns).Select(column => column.Name)]);
        _output.WriteLine(new string('─', _lines.Max(line => line.Width)));
    }

    /// <summary>Writes a row of one cell a column. Callers make texts from files printable first.</summary>
    public void WriteRow(params ReadOnlySpan<string> cells)
    {
        foreach (var line in _lines)
        {
            var row = new StringBuilder(line.Indent);
            foreach (var column in line.Columns)
            {
                if (column.IsWrapped)
                {
                    var begin = row.Length;
                    row.AppendJoin($"{Environment.NewLine}{new string(' ', begin)}", Printable.Wrap(cells[0], _width - begin));
                }
                else
                {
                    row.Append(Fit(cells[0], column)).Append(Gap);
                }

                cells = cells[1..];
            }

            _output.WriteLine(row.ToString().TrimEnd());
        }
    }

    private static IEnumerable<Line> LinesOf(ImmutableArray<Column> columns, int width)
    {
        var indent = FirstIndent;
        while (!columns.IsEmpty)
        {
            var count = 1;
            while (count < columns.Length && new Line(indent, columns[..(count + 1)]).Width <= width)
            {
                count++;
            }

            var line = new Line(indent, columns[..count]);
            var last = line.Columns[^1];
            var filling = Math.Max(last.Width, Math.Min(last.Most, last.Width + width - line.Width));
            yield return new Line(indent, line.Columns.SetItem(count - 1, last with { Width = filling }));
            columns = columns[count..];
            indent = Indent;
        }
    }

    private static string Fit(string cell, Column column)
    {
        if (column.IsNumber)
        {
            return cell.PadLeft(column.Width);
        }

        var text = Printable.Shorten(cell, column.Width);
        return text + new string(' ', column.Width - Printable.Columns(text));
    }

    /// <summary>A column.</summary>
    /// <param name="Name">Its header.</param>
    /// <param name="Width">Its width in terminal columns; the least one where it is wrapped.</param>
    /// <param name="IsNumber">Whether it holds numbers: right-aligned and never cut.</param>
    /// <param name="Most">The width that it takes where there is room; for the last column only.</param>
    /// <param name="IsWrapped">Whether its texts are wrapped instead of cut; for the last column only.</param>
    internal readonly record struct Column(string Name, int Width, bool IsNumber = false, int Most = 0, bool IsWrapped = false);

    private sealed record Line(string Indent, ImmutableArray<Column> Columns)
    {
        public int Width { get; } = Indent.Length + Columns.Sum(column => column.Width) + (Gap.Length * (Columns.Length - 1));
    }
}
