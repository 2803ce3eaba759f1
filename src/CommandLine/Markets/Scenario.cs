using System.Collections.Immutable;
using System.Globalization;
using MovieChain.Exchange;
using MovieChain.Simulation;

namespace MovieChain.CommandLine.Markets;

/// <summary>What a user has said about a simulation, on the command line, in a regime or in a scenario file.</summary>
internal sealed record Scenario
{
    public static Scenario Empty { get; } = new();

    /// <summary>The values of the settings that were given, as text that their rows allow.</summary>
    public ImmutableDictionary<Setting, string> Values { get; init; } = ImmutableDictionary<Setting, string>.Empty;

    /// <summary>The providers; null where none were given.</summary>
    public ImmutableArray<ProviderSettings>? Providers { get; init; }

    /// <summary>This scenario with the value of a setting.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="text">The value.</param>
    /// <param name="label">How the setting stands in a refusal: as the user wrote it.</param>
    /// <exception cref="InvalidInputException">The value is not allowed.</exception>
    public Scenario With(Setting setting, string text, string? label = null) => setting.FindRefusal(label ?? setting.Name, text) is { } refusal
        ? throw new InvalidInputException(refusal)
        : this with { Values = Values.SetItem(setting, text) };

    /// <summary>Whether this scenario decides a setting for every provider, so that what another one says of it has no effect.</summary>
    public bool Decides(Setting setting) =>
        Values.ContainsKey(setting)
        || (setting == Settings.Access && Providers?.Any(provider => provider.Reads is not null) == true)
        || (setting == Settings.Customers && Providers?.All(provider => provider.Customers is not null) == true);

    /// <summary>This scenario, and another one where this one says nothing, also of a provider that both name. A number of customers or an access
    /// rule for all providers replaces what the other says of single providers. Another recommender replaces the other's, with the settings of
    /// that one alone.</summary>
    public Scenario Over(Scenario other) => new()
    {
        Values = other.Values
            .RemoveRange(Values.TryGetValue(Settings.Recommender, out var text) ? SettingRules.WithoutEffect(RecommenderOf(text)) : [])
            .SetItems(Values),
        Providers = Providers is null ? Added(other.Providers) : [.. Providers.Value.Select(provider => Merge(provider, other.Providers))],
    };

    private ImmutableArray<ProviderSettings>? Added(ImmutableArray<ProviderSettings>? others) =>
        others is { } added ? [.. added.Select(provider => Merge(provider with { Customers = null, Reads = null }, others))] : null;

    private ProviderSettings Merge(ProviderSettings provider, ImmutableArray<ProviderSettings>? others) =>
        others?.FirstOrDefault(other => other.Name == provider.Name) is not { } other
            ? provider
            : provider with
            {
                Customers = provider.Customers ?? (Values.ContainsKey(Settings.Customers) ? null : other.Customers),
                Reads = provider.Reads ?? (Decides(Settings.Access) ? null : other.Reads),
            };

    /// <summary>The simulation, with the defaults where nothing was said.</summary>
    /// <exception cref="RefusalException">The settings do not fit each other or into memory, or one has no effect.</exception>
    public SimulationOptions ToOptions()
    {
        var options = new SimulationOptions();
        if (Providers is { } providers)
        {
            options = options with { Providers = [.. providers.Select(provider => new ProviderPlan(provider.Name, Settings.Customers.Default))] };
        }

        foreach (var (setting, text) in Values.Where(value => value.Key != Settings.Access))
        {
            options = setting.Apply(options, text);
        }

        options = WithAccess(WithOwnCustomers(Values.ContainsKey(Settings.Slate) ? options : SettingRules.WithDefaultSlate(options)));
        return (SettingRules.FindFault(options) ?? SettingRules.FindIdle(options)) is { } fault ? throw new InvalidInputException(fault) : Fitting(options);
    }

    private static SimulationOptions Fitting(SimulationOptions options)
    {
        const double Gigabyte = 1e9;
        var least = MemoryNeed.LeastOf(options);
        var allowed = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        if (least <= allowed)
        {
            return options;
        }

        var size = $"weeks {options.Weeks}, slate {options.Slate}, customers {options.Providers.Sum(provider => (long)provider.Customers)} of all providers";
        throw new RefusalException(ExitCode.NotEnoughMemory, string.Create(
            CultureInfo.InvariantCulture,
            $"{size}: a run needs at least {least / Gigabyte:N2} GB of memory, and this process may use {allowed / Gigabyte:N2} GB"));
    }

    private static Recommender RecommenderOf(string text) => Settings.Recommender.Apply(new SimulationOptions(), text).Recommender;

    private SimulationOptions WithOwnCustomers(SimulationOptions options) => Providers is not { } providers
        ? options
        : options with { Providers = [.. options.Providers.Zip(providers, (plan, said) => plan with { Customers = said.Customers ?? plan.Customers })] };

    private SimulationOptions WithAccess(SimulationOptions options)
    {
        if (Providers is { } providers && providers.Any(provider => provider.Reads is not null))
        {
            var names = options.ProviderNames;
            return options with { Access = AccessRule.From(providers.Select(provider => (provider.Reads ?? []).Select(owner => PlaceOf(owner, provider, names)).ToList())) };
        }

        var text = Values.GetValueOrDefault(Settings.Access, Settings.Access.DefaultText);
        try
        {
            return Settings.Access.Apply(options, text);
        }
        catch (FormatException fault)
        {
            throw new InvalidInputException($"{Settings.Access.Name} {text}: {fault.Message}");
        }
    }

    private static int PlaceOf(string owner, ProviderSettings reader, ImmutableArray<string> names)
    {
        var place = AccessRule.PlaceOf(owner, names);
        return place >= 0
            ? place
            : throw new InvalidInputException($"{reader.Name} reads '{owner}': {AccessRule.WordsForUnknown(owner, names)}");
    }
}

/// <summary>What a scenario says of a provider.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Customers">How many members it has; null where nothing is said.</param>
/// <param name="Reads">Whose records it reads besides its own; null where nothing is said.</param>
internal sealed record ProviderSettings(string Name, int? Customers, ImmutableArray<string>? Reads);
