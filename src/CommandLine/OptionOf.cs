using System.CommandLine;
using System.Numerics;
using MovieChain.Simulation;

namespace MovieChain.CommandLine;

/// <summary>Makes options that refuse a wrong value in one line, which names the value and what is allowed.</summary>
internal static class OptionOf
{
    /// <summary>The name of the option for a setting of scenario files: <c>--privacy-strictness</c> for <c>privacyStrictness</c>.</summary>
    public static string NameOf(string setting) =>
        $"--{string.Concat(setting.Select(letter => char.IsAsciiLetterUpper(letter) ? $"-{char.ToLowerInvariant(letter)}" : $"{letter}"))}";

    /// <summary>An option that takes a number of a range.</summary>
    public static Option<T?> Range<T>(string name, OptionRange<T> range, string? shownDefault = null)
        where T : struct, INumber<T> => new(name)
        {
            HelpName = $"{range.Min}..{range.Max}",
            Description = $"{range.Meaning} [default: {shownDefault ?? range.Default.ToString()}]",
            CustomParser = argument =>
            {
                if (range.TryParse(argument.Tokens[0].Value, out var value))
                {
                    return value;
                }

                argument.AddError($"{name} {argument.Tokens[0].Value}: must be {range.Allowed}");
                return null;
            },
        };

    /// <summary>An option that takes one of some names, which are those of an enumeration in lower case.</summary>
    public static Option<T?> Choice<T>(string name, IReadOnlyList<string> allowed, T byDefault, string meaning)
        where T : struct, Enum =>
        Choice(name, allowed, byDefault, meaning, text => allowed.Contains(text) ? null : $"must be one of {string.Join(", ", allowed)}");

    /// <summary>An option that takes one of some names, of which there may be more to say than that it must be one of them.</summary>
    public static Option<T?> Choice<T>(string name, IReadOnlyList<string> allowed, T byDefault, string meaning, Func<string, string?> findFault)
        where T : struct, Enum => new(name)
        {
            HelpName = string.Join('|', allowed),
            Description = $"{meaning} [default: {byDefault.ToString().ToLowerInvariant()}]",
            CustomParser = argument =>
            {
                // Enum.TryParse alone would take any number.
                var text = argument.Tokens[0].Value;
                if (findFault(text) is not { } fault)
                {
                    return Enum.Parse<T>(text, ignoreCase: true);
                }

                argument.AddError($"{name} {text}: {fault}");
                return null;
            },
        };
}
