using System.Globalization;
using System.Text;
using Spectre.Console.Rendering;

namespace MovieChain.Reporting;

/// <summary>Text that stems from a file, made fit to be printed: a terminal must not act on it, nor may it look like other text.</summary>
internal static class Printable
{
    private const char Ellipsis = '…';

    /// <summary>A whole number with thousands separators.</summary>
    public static string Number<T>(T value)
        where T : IFormattable => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>The text on one line, with '?' for each character that steers a terminal or is not seen.</summary>
    public static string Of(string text)
    {
        var printable = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            printable.Append(IsSeen(rune) ? rune.ToString() : "?");
        }

        return printable.ToString();
    }

    /// <summary>Whether a character neither steers a terminal nor is invisible, as those are which turn the direction of writing.</summary>
    public static bool IsSeen(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    /// <summary>The text, or as much of its beginning as fits into a number of columns, with a sign that there is more.</summary>
    public static string Shorten(string text, int columns)
    {
        if (Ascii.IsValid(text))
        {
            return text.Length <= columns ? text : $"{text.AsSpan(0, columns - 1)}{Ellipsis}";
        }

        // No character is narrower than a column but those that combine with another: a long text need not be measured whole.
        if (text.Length <= columns * 2 && Columns(text) <= columns)
        {
            return text;
        }

        var shortened = new StringBuilder();
        var left = columns - 1;
        foreach (var rune in text.EnumerateRunes())
        {
            left -= Columns(rune.ToString());
            if (left < 0)
            {
                break;
            }

            shortened.Append(rune.ToString());
        }

        return shortened.Append(Ellipsis).ToString();
    }

    /// <summary>How many columns of a terminal a text takes: two for each wide character.</summary>
    public static int Columns(string text) => Ascii.IsValid(text) ? text.Length : new Segment(text).CellCount();
}
