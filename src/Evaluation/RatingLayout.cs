using System.Collections.Immutable;

namespace MovieChain.Evaluation;

/// <summary>Separator of the fields of a rating file.</summary>
internal enum RatingLayout
{
    /// <summary>Commas: <c>ratings.csv</c> of MovieLens since 2014.</summary>
    Csv,
    /// <summary>Semicolons: CSV where the decimal point is a comma.</summary>
    Semicolon,
    /// <summary>Tabs: <c>u.data</c> and its splits, of MovieLens 100K.</summary>
    Tab,
    /// <summary>One or more spaces.</summary>
    Space,
    /// <summary>Two colons: <c>ratings.dat</c> of MovieLens 1M and 10M.</summary>
    Colons,
}

/// <summary>The separators of all layouts.</summary>
internal static class RatingLayouts
{
    /// <summary>In the order in which a first line is searched: a space may be part of a time, and a comma of a number.</summary>
    private static readonly ImmutableArray<(RatingLayout Layout, string Separator, string Words)> _all =
    [
        (RatingLayout.Colons, "::", "'::'"),
        (RatingLayout.Tab, "\t", "tabs"),
        (RatingLayout.Semicolon, ";", "semicolons"),
        (RatingLayout.Csv, ",", "commas"),
        (RatingLayout.Space, " ", "spaces"),
    ];

    public static string Separator(this RatingLayout layout) => _all.First(row => row.Layout == layout).Separator;

    public static string Words(this RatingLayout layout) => _all.First(row => row.Layout == layout).Words;

    /// <summary>The layout of the first line that is not blank; null if it has no separator outside quotes.</summary>
    public static RatingLayout? Detect(string begin)
    {
        var line = begin.Split('\n', '\r').Select(text => text.Trim(' ')).FirstOrDefault(text => text.Length > 0) ?? "";
        var unquoted = string.Concat(line.Split('"').Where((_, part) => part % 2 == 0));
        foreach (var (layout, separator, _) in _all)
        {
            if (unquoted.Contains(separator, StringComparison.Ordinal))
            {
                return layout;
            }
        }

        return null;
    }
}
