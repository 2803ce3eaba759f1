using System.Globalization;
using System.Numerics;

namespace MovieChain.Simulation;

/// <summary>What an option may be.</summary>
/// <param name="Name">The option's name in scenario files and reports, e.g. <c>privacyStrictness</c>.</param>
/// <param name="Min">The lowest value allowed.</param>
/// <param name="Max">The highest value allowed.</param>
/// <param name="Default">The value when nothing is said.</param>
/// <param name="Meaning">What the option is, with its unit.</param>
internal sealed record OptionRange<T>(string Name, T Min, T Max, T Default, string Meaning)
    where T : struct, INumber<T>
{
    /// <summary>Whether a value is allowed.</summary>
    public bool Allows(T value) => value >= Min && value <= Max;

    /// <summary>The allowed values in words, e.g. <c>a whole number from 1 to 520</c>.</summary>
    public string Allowed =>
        string.Create(CultureInfo.InvariantCulture, $"{(typeof(T) == typeof(double) ? "a number" : "a whole number")} from {Min} to {Max}");

    /// <summary>Reads a value from text in the invariant culture; false when it is no number or not allowed.</summary>
    public bool TryParse(string text, out T value)
    {
        const NumberStyles Whole = NumberStyles.AllowLeadingSign;
        var styles = typeof(T) == typeof(double) ? Whole | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent : Whole;
        if (!T.TryParse(text, styles, CultureInfo.InvariantCulture, out value) || !Allows(value))
        {
            return false;
        }

        // Makes 0 of −0, which is as good a number but another text on the chain.
        value += T.Zero;
        return true;
    }
}
