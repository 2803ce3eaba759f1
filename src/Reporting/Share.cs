using System.Globalization;

namespace MovieChain.Reporting;

/// <summary>A part of a whole, such as a profit as a share of the oracle's.</summary>
internal static class Share
{
    /// <summary>The cell of a figure that does not exist.</summary>
    public const string Nothing = "-";

    private static readonly NumberFormatInfo _percent = new() { PercentSymbol = "", PercentPositivePattern = 1, PercentNegativePattern = 1, PercentGroupSeparator = "" };

    /// <summary>The part as a fraction of the whole; null where the whole is 0.</summary>
    public static double? Of(double part, double whole) => whole == 0 ? null : part / whole;

    /// <inheritdoc cref="Of(double, double)"/>
    public static double? Of(Money part, Money whole) => Of(part.Units, (double)whole.Units);

    /// <summary>A fraction in percent, with one decimal and without a sign.</summary>
    public static string Percent(double? fraction) => fraction?.ToString("P1", _percent) ?? Nothing;
}
