using System.Globalization;

namespace MovieChain.Simulation;

/// <summary>A withdrawal of consent, written <c>0.5@10</c>.</summary>
/// <param name="Fraction">The fraction of the consenting members who withdraw, 0 to 1.</param>
/// <param name="Week">The week in which they do.</param>
internal sealed record Revocation(double Fraction, Week Week)
{
    /// <summary>What the setting may be, in words.</summary>
    public static string Allowed { get; } = $"a fraction from 0 to 1, '@' and a week from 1 to {Week.MaxNumber}, such as 0.5@10";

    /// <summary>Reads a withdrawal from text; null when the text is malformed.</summary>
    public static Revocation? TryParse(string text) =>
        text.Split('@') is [var fraction, var week]
        && Settings.Consent.Range.TryParse(fraction, out var who)
        && Settings.Weeks.Range.TryParse(week, out var when)
            ? new Revocation(who, new Week(when))
            : null;

    /// <summary>The withdrawal as text, in a form that <see cref="TryParse"/> reads.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Fraction}@{Week.Number}");
}
