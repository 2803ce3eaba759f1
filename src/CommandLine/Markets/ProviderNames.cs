using System.Collections.Immutable;
using MovieChain.Exchange;
using MovieChain.Reporting.Studies;

namespace MovieChain.CommandLine.Markets;

/// <summary>Checks the names that a user gives to providers.</summary>
internal static class ProviderNames
{
    private const int MaxLength = 32;

    /// <summary>Texts that stand for something else in reports and in access rules.</summary>
    private static readonly ImmutableArray<string> _reserved = [.. StudyWords.RowNames, AccessRule.OwnPreset, AccessRule.NotebookPreset, AccessRule.AllPreset];

    /// <summary>A name in composed form.</summary>
    /// <param name="text">The name as the user wrote it.</param>
    /// <param name="place">Where it stands in the file.</param>
    /// <exception cref="InvalidInputException">It is no name of a provider.</exception>
    public static string Read(string text, string place)
    {
        var name = ProviderName.Compose(text);
        if (name.Length is 0 or > MaxLength || name.AsSpan().ContainsAny(":,") || name.EnumerateRunes().Any(ProviderName.IsInvisible) || name.Trim() != name)
        {
            throw new InvalidInputException($"'{place}' must have 1 to {MaxLength} visible characters, no ':' or ',' among them and no space at an end");
        }

        return _reserved.Any(word => ProviderName.KeyOf(word) == ProviderName.KeyOf(name))
            ? throw new InvalidInputException($"'{place}' {name}: is reserved for reports and access rules, as are {string.Join(", ", _reserved)}; choose another name")
            : name;
    }

    /// <summary>Refuses names that a reader could take for each other.</summary>
    /// <exception cref="InvalidInputException">Two names differ at most in spaces and in upper and lower case.</exception>
    public static void CheckDistinct(IEnumerable<string> names)
    {
        if (names.GroupBy(ProviderName.KeyOf).FirstOrDefault(group => group.Count() > 1)?.ToList() is [var first, var second, ..])
        {
            throw new InvalidInputException($"there are two providers '{first}' and '{second}': names must differ in more than spaces and upper and lower case");
        }
    }
}
