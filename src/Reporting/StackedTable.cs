using System.Collections.Immutable;
using Spectre.Console;

namespace MovieChain.Reporting;

/// <summary>
/// A table that continues below, with the row names repeated, where its columns do not fit side by side. Numbers are never broken.
/// All texts are markup.
/// </summary>
/// <param name="title">Its title.</param>
/// <param name="rows">The column of the rows' names.</param>
internal sealed class StackedTable(string title, StackedTable.Column rows)
{
    private readonly List<(string Title, ImmutableArray<Column> Columns)> _groups = [];

    /// <summary>A table whose rows have names.</summary>
    public StackedTable(string title, string nameHeader, ImmutableArray<string> names)
        : this(title, Text(nameHeader, names))
    {
    }

    /// <summary>A column of numbers with a cell for each row.</summary>
    /// <param name="header">Its name, of several lines where it is long.</param>
    /// <param name="cells">Its cells.</param>
    public static Column Number(string header, IEnumerable<string> cells) => new(header, [.. cells], IsText: false);

    /// <summary>A column of texts with a cell for each row; a text that is too long for the terminal is wrapped.</summary>
    /// <param name="header">Its name, of several lines where it is long.</param>
    /// <param name="cells">Its cells.</param>
    public static Column Text(string header, IEnumerable<string> cells) => new(header, [.. cells], IsText: true);

    /// <summary>Adds a column of numbers.</summary>
    public void Add(string header, IEnumerable<string> cells) => AddGroup(Number(header, cells));

    /// <summary>Adds a column of texts.</summary>
    public void AddText(string header, IEnumerable<string> cells) => AddGroup(Text(header, cells));

    /// <summary>Adds columns that stay side by side where the terminal is wide enough for them.</summary>
    public void AddGroup(params ImmutableArray<Column> columns) => AddGroup(title, columns);

    /// <summary>Adds columns that stay side by side, with a title for the table that begins with them.</summary>
    public void AddGroup(string groupTitle, params ImmutableArray<Column> columns) => _groups.Add((groupTitle, columns));

    /// <summary>Draws as many groups side by side as fit, and the others below.</summary>
    public void Write(IAnsiConsole console)
    {
        var layout = new TableLayout(console);
        for (var done = 0; done < _groups.Count;)
        {
            var (groupTitle, columns) = _groups[done++];
            while (done < _groups.Count && layout.FitsUnbroken([rows, .. columns, .. _groups[done].Columns]))
            {
                columns = columns.AddRange(_groups[done++].Columns);
            }

            while (!columns.IsEmpty)
            {
                var count = columns.Length;
                while (count > 1 && !layout.Fits([rows, .. columns[..count]]))
                {
                    count--;
                }

                layout.Write(groupTitle, [rows, .. columns[..count]]);
                columns = columns[count..];
            }
        }
    }

    /// <summary>A column.</summary>
    /// <param name="Header">Its name.</param>
    /// <param name="Cells">A cell for each row.</param>
    /// <param name="IsText">Whether the cells may be wrapped.</param>
    internal sealed record Column(string Header, ImmutableArray<string> Cells, bool IsText);
}
