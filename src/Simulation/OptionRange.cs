using System.Globalization;
using System.Numerics;

namespace MovieChain.Simulation;

/// <summary>The range of a numeric option.</summary>
/// <param name="Name">Name in scenario files and reports, e.g. <c>privacyStrictness</c>.</param>
/// <param name="Min">Lowest allowed value.</param>
/// <param name="Max">Highest allowed value.</param>
/// <param name="Default">Value where none is given.</param>
/// <param name="Meaning">What it is, with its unit.</param>
internal sealed record OptionRange<T>(string Name, T Min, T Max, T Default, string Meaning)
    where T : struct, INumber<T>
{
    public bool Allows(T value) => value >= Min && value <= Max;

    /// <summary>The allowed values in words, e.g. <c>a whole number from 1 to 520</c>.</summary>
    public string Allowed =>
        string.Create(CultureInfo.InvariantCulture, $"{(typeof(T) == typeof(double) ? "a number" : "a whole number")} from {Min} to {Max}");

    /// <summary>Reads an allowed value from text in the invariant culture.</summary>
    public bool TryParse(string text, out T value)
    {
        const NumberStyles Whole = NumberStyles.AllowLeadingSign;
        var styles = typeof(T) == typeof(double) ? Whole | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent : Whole;
        if (!T.TryParse(text, styles, CultureInfo.InvariantCulture, out value) || !Allows(value))
        {
            return false;
        }

        // Turns −0 into 0, which is the same number but another text on the chain.
        value += T.Zero;
        return true;
    }
}
