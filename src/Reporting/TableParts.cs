using Spectre.Console;
using Spectre.Console.Rendering;

namespace MovieChain.Reporting;

/// <summary>The parts of all reports' tables.</summary>
internal static class TableParts
{
    /// <summary>A table without columns.</summary>
    /// <param name="title">Its title; markup.</param>
    public static Table NewTable(string title) => new Table().Border(TableBorder.Simple).Title($"[bold]{title}[/]").NoSafeBorder();

    /// <summary>A column of numbers.</summary>
    /// <param name="header">Its name; markup.</param>
    public static TableColumn Number(string header) => Left(header).RightAligned().NoWrap();

    /// <summary>A column of texts.</summary>
    /// <param name="header">Its name; markup.</param>
    public static TableColumn Left(string header) => new TableColumn(header).PadLeft(0).PadRight(1);

    /// <summary>Whether a table is not wider than the console.</summary>
    public static bool Fits(IAnsiConsole console, Table table)
    {
        var options = RenderOptions.Create(console, console.Profile.Capabilities);
        return ((IRenderable)table).Measure(options, int.MaxValue).Max <= console.Profile.Width;
    }
}
