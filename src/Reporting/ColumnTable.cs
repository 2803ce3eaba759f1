using System.Collections.Immutable;
using System.Text;

namespace MovieChain.Reporting;

/// <summary>
/// Writes a table row by row in columns of a width that is known before the first row, so that it can be longer than memory.
/// A number that is wider than its column is written whole all the same.
/// </summary>
internal sealed class ColumnTable(TextWriter output, ImmutableArray<ColumnTable.Column> columns)
{
    private const string Gap = "  ";

    /// <summary>How many columns of the terminal a table takes besides its cells: one before the first, two between any two.</summary>
    public static int Margin(int columns) => 1 + (Gap.Length * (columns - 1));

    /// <summary>Writes the columns' names and a line below them.</summary>
    public void WriteHead()
    {
        output.WriteLine();
        WriteRow([.. columns.Select(column => column.Name)]);
        output.WriteLine(new string('─', columns.Sum(column => column.Width) + Margin(columns.Length)));
    }

    /// <summary>Writes a row of one cell a column. Texts that come from outside are to be made printable before.</summary>
    public void WriteRow(params ReadOnlySpan<string> cells)
    {
        var row = new StringBuilder(" ");
        for (var i = 0; i < columns.Length; i++)
        {
            row.Append(Fit(cells[i], columns[i])).Append(Gap);
        }

        output.WriteLine(row.ToString().TrimEnd());
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
    /// <param name="Name">What stands above it.</param>
    /// <param name="Width">How many columns of the terminal it takes.</param>
    /// <param name="IsNumber">Whether it holds numbers, which stand to the right and are never shortened.</param>
    internal readonly record struct Column(string Name, int Width, bool IsNumber = false);
}
