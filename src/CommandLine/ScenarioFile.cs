using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using MovieChain.Simulation;

namespace MovieChain.CommandLine;

/// <summary>Reads a scenario: a JSON object, comments and trailing commas allowed, of settings under their option names.</summary>
internal static partial class ScenarioFile
{
    /// <summary>The name of the setting that says who reads whom.</summary>
    public const string AccessKey = "access";

    private const int MaxNameLength = 32;

    private static readonly JsonDocumentOptions _layout = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
    };

    private static readonly ImmutableArray<string> _keys =
    [
        "weeks", "difficulty", "seed", "customers", "films", "slate", "consent", "privacyStrictness", "drift", "recommender", "rank", "regularization",
        AccessKey, "sharedAudience", "weeklyBudget", "repeat", "arrivals", "seal", Revocation.Name, "providers",
    ];

    private static readonly ImmutableArray<string> _providerKeys = ["name", "customers", "reads"];

    private static readonly ImmutableArray<string> _textKeys = [AccessKey, "recommender", "repeat", Revocation.Name];

    /// <summary>The names of the settings that can be given by themselves: all but the seed, and the providers, who are more than one value.</summary>
    public static IEnumerable<string> SettingNames => _keys.Where(key => key != "providers" && key != OptionRanges.Seed.Name);

    /// <summary>A setting by itself, such as <c>rank</c> with the value <c>8</c>.</summary>
    /// <exception cref="InvalidInputException">There is no such setting, or the value is not allowed.</exception>
    public static Settings ReadSetting(string name, string value)
    {
        if (!SettingNames.Contains(name))
        {
            throw new InvalidInputException($"there is no setting '{name}'; the settings are {string.Join(", ", SettingNames)}");
        }

        return ReadSettings(JsonElement.Parse($$"""{"{{name}}":{{(_textKeys.Contains(name) ? Quoted(value) : Plain(value))}}}"""));

        static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

        // Numbers may be written as on the command line, e.g. '.5'; what is none is refused as the text that it is.
        static string Plain(string text) =>
            text is "true" or "false" || JsonNumber().IsMatch(text) ? text
            : double.TryParse(text, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number.ToString(CultureInfo.InvariantCulture)
            : Quoted(text);
    }

    /// <summary>The settings in a file.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or does not hold a scenario.</exception>
    public static Settings Read(string path)
    {
        if (path.Length == 0)
        {
            throw new InvalidInputException("--scenario '': must name a file");
        }

        try
        {
            var text = BoundedFile.Read(path) ?? throw new InvalidInputException($"is longer than {BoundedFile.MaxLength} bytes, the most that a scenario may take");
            using var document = JsonDocument.Parse(WithoutMark(text), _layout);
            return ReadSettings(document.RootElement);
        }
        catch (InvalidInputException fault)
        {
            throw new InvalidInputException($"scenario {path}: {fault.Message}");
        }
        catch (JsonException fault)
        {
            var reason = fault.Message.Split(" LineNumber:")[0].TrimEnd('.', ' ');
            var place = fault.LineNumber is { } line ? $"line {line + 1}: " : "";
            throw new InvalidInputException($"scenario {path}: {place}{reason}");
        }
        catch (InvalidOperationException)
        {
            throw new InvalidInputException($"scenario {path}: a text in it is not valid Unicode");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InvalidInputException($"scenario {path}: {fault.Message}");
        }
    }

    /// <summary>The text without the mark that some editors put before UTF-8.</summary>
    private static ReadOnlyMemory<byte> WithoutMark(byte[] text) => text.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? text.AsMemory(Encoding.UTF8.Preamble.Length) : text;

    private static Settings ReadSettings(JsonElement scenario)
    {
        CheckKeys(scenario, "the scenario", "", _keys);
        var settings = new Settings
        {
            Weeks = Number(scenario, "", OptionRanges.Weeks),
            Difficulty = Number(scenario, "", OptionRanges.Difficulty),
            Seed = Number(scenario, "", OptionRanges.Seed),
            Customers = Number(scenario, "", OptionRanges.Customers),
            Films = Number(scenario, "", OptionRanges.Films),
            Slate = Number(scenario, "", OptionRanges.Slate),
            Consent = Number(scenario, "", OptionRanges.Consent),
            PrivacyStrictness = Number(scenario, "", OptionRanges.PrivacyStrictness),
            Drift = Number(scenario, "", OptionRanges.Drift),
            Rank = Number(scenario, "", OptionRanges.Rank),
            Regularization = Number(scenario, "", OptionRanges.Regularization),
            SharedAudience = Number(scenario, "", OptionRanges.SharedAudience),
            WeeklyBudget = Number(scenario, "", OptionRanges.WeeklyBudget),
            Repeat = Text(scenario, "repeat", "") is { } repeat ? ReadRepeat(repeat) : null,
            Arrivals = Number(scenario, "", OptionRanges.Arrivals),
            Recommender = Text(scenario, "recommender", "") is { } name ? RecommenderNames.Parse(name) : null,
            Access = Text(scenario, AccessKey, ""),
            Seal = Flag(scenario, "seal"),
            Revoke = Text(scenario, Revocation.Name, "") is { } text ? ReadRevocation(text) : null,
            Providers = scenario.TryGetProperty("providers", out var providers) ? ReadProviders(providers) : null,
        };
        return settings.Access is not null && settings.Providers?.Any(provider => provider.Reads is not null) == true
            ? throw new InvalidInputException("'access' and the providers' 'reads' exclude each other")
            : settings;
    }

    private static ImmutableArray<ProviderSettings> ReadProviders(JsonElement list)
    {
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() is < 1 or > ProviderId.MaxCount)
        {
            throw new InvalidInputException($"'providers' must be a list of 1 to {ProviderId.MaxCount} providers");
        }

        var providers = list.EnumerateArray().Select(ReadProvider).ToImmutableArray();
        var twice = providers.GroupBy(provider => provider.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? providers : throw new InvalidInputException($"there are two providers '{twice.Key}'");
    }

    private static ProviderSettings ReadProvider(JsonElement provider, int place)
    {
        var path = $"providers[{place}].";
        CheckKeys(provider, $"providers[{place}]", path, _providerKeys);
        var name = Text(provider, "name", path) ?? throw new InvalidInputException($"'{path}name' is missing");
        if (name.Length is 0 or > MaxNameLength || name.AsSpan().ContainsAny(":,") || name.Any(IsInvisible) || name.Trim() != name)
        {
            throw new InvalidInputException(
                $"'{path}name' must have 1 to {MaxNameLength} visible characters, no ':' or ',' among them and no space at an end");
        }

        return new ProviderSettings(name, Number(provider, path, OptionRanges.Customers), ReadOwners(provider, path));
    }

    private static bool IsInvisible(char character) => char.GetUnicodeCategory(character)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static ImmutableArray<string>? ReadOwners(JsonElement provider, string path)
    {
        if (!provider.TryGetProperty("reads", out var reads))
        {
            return null;
        }

        return reads.ValueKind == JsonValueKind.Array && reads.EnumerateArray().All(owner => owner.ValueKind == JsonValueKind.String)
            ? [.. reads.EnumerateArray().Select(owner => owner.GetString()!)]
            : throw new InvalidInputException($"'{path}reads' must be a list of names of providers");
    }

    private static void CheckKeys(JsonElement element, string place, string path, ImmutableArray<string> keys)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidInputException($"{place} must be an object");
        }

        foreach (var property in element.EnumerateObject().Where(property => !keys.Contains(property.Name)))
        {
            throw new InvalidInputException($"unknown key '{path}{property.Name}'; the keys are {string.Join(", ", keys)}");
        }
    }

    private static T? Number<T>(JsonElement element, string path, OptionRange<T> range)
        where T : struct, INumber<T>
    {
        if (!element.TryGetProperty(range.Name, out var value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number && range.TryParse(value.GetRawText(), out var number)
            ? number
            : throw new InvalidInputException($"{path}{range.Name} {value.GetRawText()}: must be {range.Allowed}");
    }

    private static Revocation ReadRevocation(string text) =>
        Revocation.TryParse(text) ?? throw new InvalidInputException($"{Revocation.Name} {text}: must be {Revocation.Allowed}");

    private static Repeat ReadRepeat(string text) => text switch
    {
        "rent" => Repeat.Rent,
        "once" => Repeat.Once,
        _ => throw new InvalidInputException($"repeat {text}: must be one of rent, once"),
    };

    private static bool? Flag(JsonElement element, string key)
    {
        if (!element.TryGetProperty(key, out var value))
        {
            return null;
        }

        return value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : throw new InvalidInputException($"{key} {value.GetRawText()}: must be true or false");
    }

    [GeneratedRegex(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z")]
    private static partial Regex JsonNumber();

    private static string? Text(JsonElement element, string key, string path)
    {
        if (!element.TryGetProperty(key, out var value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw new InvalidInputException($"'{path}{key}' must be a text");
    }
}
