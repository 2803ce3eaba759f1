using Spectre.Console;

namespace MovieChain.Reporting;

/// <summary>Lines of a name and a text, which is wrapped where it is too long for a line.</summary>
internal sealed class Heading
{
    private const int NameWidth = 12;

    /// <summary>Longer texts are cut: a chain's file may hold any.</summary>
    private const int MaxColumns = 4000;

    private readonly Action<string, string> _writeLine;
    private readonly int _width;

    /// <summary>Lines of plain text.</summary>
    public Heading(TextWriter output, int width)
    {
        _writeLine = (name, line) => output.WriteLine($" {name} {line}".TrimEnd());
        _width = width;
    }

    /// <summary>Lines with bold names.</summary>
    public Heading(IAnsiConsole console)
    {
        _writeLine = (name, line) => console.MarkupLine($" [bold]{Markup.Escape(name)}[/] {Markup.Escape(line)}");
        _width = console.Profile.Width;
    }

    /// <summary>Writes a text on as many lines as it needs, made printable.</summary>
    public void Write(string name, string text)
    {
        foreach (var line in Printable.Wrap(Printable.Shorten(Printable.Of(text), MaxColumns), _width - NameWidth - 2))
        {
            _writeLine(name.PadRight(NameWidth), line);
            name = "";
        }
    }

    /// <summary>Writes several texts under one name.</summary>
    public void WriteAll(string name, IEnumerable<string> texts)
    {
        foreach (var text in texts)
        {
            Write(name, text);
        }
    }
}
