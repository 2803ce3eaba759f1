namespace MovieChain.Reporting;

/// <summary>How many columns of a terminal a report for people may take.</summary>
internal static class ReportWidth
{
    /// <summary>Reports are laid out for this many columns on narrower terminals too, which then break the lines.</summary>
    public const int Least = 40;

    /// <summary>Reports take no more columns on wider terminals, and in files and pipes.</summary>
    public const int Most = 100;

    /// <summary>The columns that a report takes on a terminal.</summary>
    public static int Within(int terminal) => Math.Clamp(terminal, Least, Most);
}
