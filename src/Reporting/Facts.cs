using Spectre.Console;

namespace MovieChain.Reporting;

/// <summary>Names with a text each, one below the other.</summary>
internal sealed class Facts
{
    private readonly Grid _grid = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(1).PadRight(1)).AddColumn(new GridColumn().Padding(0, 0));

    /// <summary>Adds a text, which takes several lines where it is long. It is made printable.</summary>
    public void Add(string name, string text) => _grid.AddRow(new Markup($"[bold]{Markup.Escape(name)}[/]"), new Text(Printable.Of(text)));

    /// <summary>Draws all that was added.</summary>
    public void Write(IAnsiConsole console) => console.Write(_grid);
}
