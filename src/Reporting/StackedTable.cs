using System.Collections.Immutable;
using Spectre.Console;

namespace MovieChain.Reporting;

/// <summary>A table that continues below, with the row names repeated, where its columns do not fit side by side. All texts are markup.</summary>
/// <param name="title">Its title.</param>
/// <param name="nameHeader">The header of the row names.</param>
/// <param name="names">The rows' names.</param>
internal sealed class StackedTable(string title, string nameHeader, ImmutableArray<string> names)
{
    private readonly List<Column> _columns = [];

    /// <summary>Adds a column of numbers with a cell for each row.</summary>
    /// <param name="header">Its name, of several lines where it is long.</param>
    /// <param name="cells">Its cells.</param>
    public void Add(string header, IEnumerable<string> cells) => _columns.Add(new Column(header, [.. cells], IsText: false));

    /// <summary>Adds a column of texts with a cell for each row.</summary>
    /// <param name="header">Its name, of several lines where it is long.</param>
    /// <param name="cells">Its cells.</param>
    public void AddText(string header, IEnumerable<string> cells) => _columns.Add(new Column(header, [.. cells], IsText: true));

    /// <summary>Draws as many columns side by side as fit, and the others below.</summary>
    public void Write(IAnsiConsole console)
    {
        var done = 0;
        while (done < _columns.Count)
        {
            var count = 1;
            while (done + count < _columns.Count && TableParts.Fits(console, TableOf(_columns.GetRange(done, count + 1))))
            {
                count++;
            }

            console.Write(TableOf(_columns.GetRange(done, count)));
            done += count;
        }
    }

    private Table TableOf(List<Column> columns)
    {
        var lines = columns.Max(column => column.HeaderLines);
        var table = TableParts.NewTable(title).AddColumn(TableParts.Left(Lowered(nameHeader, 1)).NoWrap());
        foreach (var column in columns)
        {
            var header = Lowered(column.Header, column.HeaderLines);
            table.AddColumn(column.IsText ? TableParts.Left(header).NoWrap() : TableParts.Number(header));
        }

        for (var row = 0; row < names.Length; row++)
        {
            table.AddRow([names[row], .. columns.Select(column => column.Cells[row])]);
        }

        return table;

        string Lowered(string header, int headerLines) => new string('\n', lines - headerLines) + header;
    }

    private sealed record Column(string Header, ImmutableArray<string> Cells, bool IsText)
    {
        public int HeaderLines { get; } = Header.Count(letter => letter == '\n') + 1;
    }
}
