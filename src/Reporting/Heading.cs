using System.Text;

namespace MovieChain.Reporting;

/// <summary>Lines of a name and a text, which is wrapped where it is too long for a line.</summary>
internal sealed class Heading(TextWriter output, int width)
{
    private const int NameWidth = 12;

    /// <summary>No more of a text is shown: a file may hold any, and for people this is much.</summary>
    private const int MaxColumns = 4000;

    /// <summary>Writes a line, and more where the text needs them.</summary>
    /// <param name="name">The name.</param>
    /// <param name="text">The text. It is made printable.</param>
    public void Write(string name, string text)
    {
        foreach (var line in Wrap(Printable.Shorten(Printable.Of(text), MaxColumns), width - NameWidth - 2))
        {
            output.WriteLine($" {name.PadRight(NameWidth)} {line}".TrimEnd());
            name = "";
        }
    }

    /// <summary>Breaks a text at blanks, and within a word where it is longer than a line.</summary>
    private static IEnumerable<string> Wrap(string text, int columns)
    {
        var line = new StringBuilder();
        var used = 0;
        var blank = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var taken = Printable.Columns(rune.ToString());
            if (used + taken > columns)
            {
                var end = blank > 0 ? blank : line.Length;
                yield return line.ToString(0, end);
                line.Remove(0, end);
                used = Printable.Columns(line.ToString());
                blank = 0;
            }

            line.Append(rune.ToString());
            used += taken;
            if (rune.Value == ' ')
            {
                blank = line.Length;
            }
        }

        yield return line.ToString();
    }
}
