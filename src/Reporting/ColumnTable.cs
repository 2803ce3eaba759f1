using System.Collections.Immutable;
using System.Text;

namespace MovieChain.Reporting;

/// <summary>
/// Writes a table row by row in columns of fixed width, so that it can be longer than memory. Numbers are never cut.
/// </summary>
internal sealed class ColumnTable(TextWriter output, ImmutableArray<ColumnTable.Column> columns)
{
    private const string Gap = "  ";

    /// <summary>The width that a table needs besides its cells: one blank before the first, two between neighbors.</summary>
    public static int Margin(int columns) => 1 + (Gap.Length * (columns - 1));

    /// <summary>Writes the columns' names and a line below them.</summary>
    public void WriteHead()
    {
        output.WriteLine();
        WriteRow([.. columns.Select(column => column.Name)]);
        output.WriteLine(new string('─', columns.Sum(column => column.Width) + Margin(columns.Length)));
    }

    /// <summary>Writes a row of one cell a column. Callers make texts from files printable first.</summary>
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

        if (column.IsWhole)
        {
            return cell;
        }

        var text = Printable.Shorten(cell, column.Width);
        return text + new string(' ', column.Width - Printable.Columns(text));
    }

    /// <summary>A column.</summary>
    /// <param name="Name">Its header.</param>
    /// <param name="Width">Its width in terminal columns.</param>
    /// <param name="IsNumber">Whether it holds numbers: right-aligned and never cut.</param>
    /// <param name="IsWhole">Whether its texts are never cut; for the last column only.</param>
    internal readonly record struct Column(string Name, int Width, bool IsNumber = false, bool IsWhole = false);
}
