using System.CommandLine;
using System.Numerics;
using MovieChain.Simulation;

namespace MovieChain.CommandLine;

/// <summary>Makes options that refuse a wrong value in one line, which names the value and what is allowed.</summary>
internal static class OptionOf
{
    private static readonly OptionRange<int> _threads = new("threads", 1, 1024, Environment.ProcessorCount, "Thread budget; never affects results");

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

                argument.AddError($"{name} {argument.Tokens[0].Value}: {OneValue.Fault(argument.Tokens[0].Value, text => range.TryParse(text, out _), range.Allowed)}");
                return null;
            },
        };

    /// <summary>An option that takes a value of an enumeration by its name in any case; the first of those offered is the default.</summary>
    public static Option<T?> Choice<T>(string name, string meaning, params IReadOnlyList<T> offered)
        where T : struct, Enum => Choice(name, meaning, shownDefault: NameOf(offered[0]), offered);

    /// <summary>An option that takes a value of an enumeration by its name in any case.</summary>
    public static Option<T?> Choice<T>(string name, string meaning, string shownDefault, params IReadOnlyList<T> offered)
        where T : struct, Enum => new(name)
        {
            HelpName = string.Join('|', offered.Select(NameOf)),
            Description = $"{meaning} [default: {shownDefault}]",
            CustomParser = argument =>
            {
                var text = argument.Tokens[0].Value;
                var names = offered.Select(NameOf).ToList();
                var place = names.FindIndex(word => word.Equals(text, StringComparison.OrdinalIgnoreCase));
                if (place >= 0)
                {
                    return offered[place];
                }

                var fault = OneValue.Fault(text, part => names.Contains(part, StringComparer.OrdinalIgnoreCase), $"one of {string.Join(", ", names)}");
                argument.AddError($"{name} {text}: {fault}{NearestWords.Question(text, names)}");
                return null;
            },
        };

    /// <summary>The number of threads, for all commands that share their work.</summary>
    public static Option<int?> Threads() => Range("--threads", _threads, shownDefault: "all cores");

    /// <summary>The thread budget that was asked for; it never affects results.</summary>
    public static int ThreadsOf(this ParseResult parsed, Option<int?> threads) => parsed.GetValue(threads) ?? Environment.ProcessorCount;

    /// <summary>The name of a value of an enumeration, as the user types it.</summary>
    public static string NameOf<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
