namespace MovieChain.Simulation;

/// <summary>Refusals of a text where one value is expected.</summary>
internal static class OneValue
{
    /// <summary>Why a text is refused, in words. A list of allowed values is refused for being a list.</summary>
    /// <param name="text">The text, which is not allowed.</param>
    /// <param name="allows">Whether a text is allowed.</param>
    /// <param name="allowed">The allowed values in words.</param>
    public static string Fault(string text, Func<string, bool> allows, string allowed) => $"must be {(IsList(text, allows) ? "one value, " : "")}{allowed}";

    /// <summary>Whether a text is a list of allowed values, such as <c>8,16</c>.</summary>
    public static bool IsList(string text, Func<string, bool> allows) => text.Contains(',') && !allows(text) && text.Split(',', StringSplitOptions.TrimEntries).All(allows);
}
