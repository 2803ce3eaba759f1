using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using MovieChain.Simulation;

namespace MovieChain.CommandLine.Markets;

/// <summary>Reads a scenario: a JSON object, comments and trailing commas allowed, of settings under their option names.</summary>
internal static class ScenarioFile
{
    private const string Providers = "providers";
    private const string Name = "name";
    private const string Reads = "reads";

    private static readonly JsonDocumentOptions _layout = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
    };

    private static readonly ImmutableArray<string> _keys = [.. Settings.All.Select(setting => setting.Name), Providers];

    private static readonly ImmutableArray<string> _providerKeys = [Name, Settings.Customers.Name, Reads];

    /// <summary>The settings in a file, or from standard input.</summary>
    /// <exception cref="RefusalException">The file cannot be read or does not hold a scenario.</exception>
    public static Scenario Read(string path)
    {
        var file = FilePath.Option(path, "scenario");
        try
        {
            var text = BoundedFile.Read(file) ?? throw new InvalidInputException($"is longer than {BoundedFile.MaxLength} bytes, the most that a scenario may take");
            using var document = JsonDocument.Parse(WithoutMark(text), _layout);
            return ReadScenario(document.RootElement);
        }
        catch (InvalidInputException fault)
        {
            throw file.Refusal(fault.ExitCode, fault.Message);
        }
        catch (JsonException fault)
        {
            var reason = fault.Message.Split(" LineNumber:")[0].TrimEnd('.', ' ');
            var place = fault.LineNumber is { } line ? $"line {line + 1}: " : "";
            throw file.Refusal(ExitCode.InvalidInput, $"{place}{reason}");
        }
        catch (InvalidOperationException)
        {
            throw file.Refusal(ExitCode.InvalidInput, "a text in it is not valid Unicode");
        }
    }

    /// <summary>The text without a UTF-8 byte order mark.</summary>
    private static ReadOnlyMemory<byte> WithoutMark(byte[] text) => text.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? text.AsMemory(Encoding.UTF8.Preamble.Length) : text;

    private static Scenario ReadScenario(JsonElement element)
    {
        CheckKeys(element, "the scenario", "", _keys);
        var scenario = Scenario.Empty;
        foreach (var setting in Settings.All)
        {
            scenario = TextOf(element, setting, path: "") is { } text ? scenario.With(setting, text) : scenario;
        }

        if (element.TryGetProperty(Providers, out var list))
        {
            scenario = scenario with { Providers = ReadProviders(list) };
        }

        return scenario.Values.ContainsKey(Settings.Access) && scenario.Providers?.Any(provider => provider.Reads is not null) == true
            ? throw new InvalidInputException("'access' and the providers' 'reads' exclude each other")
            : scenario;
    }

    private static ImmutableArray<ProviderSettings> ReadProviders(JsonElement list)
    {
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() is < 1 or > ProviderId.MaxCount)
        {
            throw new InvalidInputException($"'providers' must be a list of 1 to {ProviderId.MaxCount} providers");
        }

        var providers = list.EnumerateArray().Select(ReadProvider).ToImmutableArray();
        ProviderNames.CheckDistinct(providers.Select(provider => provider.Name));
        return providers;
    }

    private static ProviderSettings ReadProvider(JsonElement provider, int place)
    {
        var path = $"providers[{place}].";
        CheckKeys(provider, $"providers[{place}]", path, _providerKeys);
        var name = TextOf(provider, Name, path) ?? throw new InvalidInputException($"'{path}name' is missing");
        var customers = TextOf(provider, Settings.Customers, path) is { } text
            ? int.Parse(Scenario.Empty.With(Settings.Customers, text, path + Settings.Customers.Name).Values[Settings.Customers], CultureInfo.InvariantCulture)
            : (int?)null;
        return new ProviderSettings(ProviderNames.Read(name, path + Name), customers, ReadOwners(provider, path));
    }

    private static ImmutableArray<string>? ReadOwners(JsonElement provider, string path)
    {
        if (!provider.TryGetProperty(Reads, out var reads))
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
            throw new InvalidInputException($"unknown key '{path}{property.Name}'{NearestWords.Question(property.Name, keys)}; the keys are {string.Join(", ", keys)}");
        }
    }

    /// <summary>A setting's value as text; null where it is not given.</summary>
    private static string? TextOf(JsonElement element, Setting setting, string path)
    {
        if (setting.Kind == JsonValueKind.String)
        {
            return TextOf(element, setting.Name, path);
        }

        if (!element.TryGetProperty(setting.Name, out var value))
        {
            return null;
        }

        var isOfKind = value.ValueKind == setting.Kind || (value.ValueKind == JsonValueKind.False && setting.Kind == JsonValueKind.True);
        var one = value.ValueKind == JsonValueKind.Array ? "one value, " : "";
        return isOfKind ? value.GetRawText() : throw new InvalidInputException($"{path}{setting.Name} {value.GetRawText()}: must be {one}{setting.Allowed}");
    }

    private static string? TextOf(JsonElement element, string key, string path)
    {
        if (!element.TryGetProperty(key, out var value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String ? value.GetString() : throw new InvalidInputException($"'{path}{key}' must be a text");
    }
}
