using System.Globalization;
using System.Text;
using Spectre.Console.Rendering;

namespace MovieChain.Reporting;

/// <summary>Makes text from files safe to print: a terminal must not act on it, and it must not look like other text.</summary>
internal static class Printable
{
    private const char Ellipsis = '…';

    /// <summary>A whole number with thousands separators.</summary>
    public static string Number<T>(T value)
        where T : IFormattable => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>The text on one line, with '?' for each character that controls a terminal or is invisible.</summary>
    public static string Of(string text)
    {
        var printable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            printable.Append(IsSeen(rune) ? rune.ToString() : "?");
        }

        return printable.ToString();
    }

    /// <summary>Whether a character is visible and does not control a terminal; characters that change the writing direction do.</summary>
    public static bool IsSeen(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    /// <summary>The text, or as much of its beginning as fits into a number of columns, with an ellipsis.</summary>
    public static string Shorten(string text, int columns)
    {
        if (Ascii.IsValid(text))
        {
            return text.Length <= columns ? text : $"{text.AsSpan(0, columns - 1)}{Ellipsis}";
        }

        // Only combining characters are narrower than a column, so a long text need not be measured.
        if (text.Length <= columns * 2 && Columns(text) <= columns)
        {
            return text;
        }

        var shortened = new StringBuilder();
        var left = columns - 1;
        foreach (var character in TextElements(text))
        {
            left -= Columns(character);
            if (left < 0)
            {
                break;
            }

            shortened.Append(character);
        }

        return shortened.Append(Ellipsis).ToString();
    }

    /// <summary>The lines of a text in a number of columns: broken at blanks, and within a word where it is longer than a line.</summary>
    public static IEnumerable<string> Wrap(string text, int columns)
    {
        var line = new StringBuilder();
        var used = 0;
        var blank = 0;
        foreach (var character in TextElements(text))
        {
            var taken = Columns(character);
            if (used + taken > columns && line.Length > 0)
            {
                var end = blank > 0 ? blank : line.Length;
                yield return line.ToString(0, end).TrimEnd();
                line.Remove(0, end);
                used = Columns(line.ToString());
                blank = 0;
            }

            line.Append(character);
            used += taken;
            if (character == " ")
            {
                blank = line.Length;
            }
        }

        yield return line.ToString().TrimEnd();
    }

    /// <summary>How many columns of a terminal a text takes: two for each wide character.</summary>
    public static int Columns(string text) => Ascii.IsValid(text) ? text.Length : new Segment(text).CellCount();

    /// <summary>The characters as a person counts them: a letter with its combining marks is one.</summary>
    private static IEnumerable<string> TextElements(string text)
    {
        for (var elements = StringInfo.GetTextElementEnumerator(text); elements.MoveNext();)
        {
            yield return elements.GetTextElement();
        }
    }
}
