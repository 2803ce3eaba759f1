using System.Collections.Immutable;
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

    /// <summary>This scenario, and another one where this one says nothing. A number of customers or an access rule for all providers
    /// replaces what the other says of single providers. Another recommender replaces the other's, with the settings of that one alone.</summary>
    public Scenario Over(Scenario other) => new()
    {
        Values = other.Values
            .RemoveRange(Values.TryGetValue(Settings.Recommender, out var text) ? SettingRules.WithoutEffect(RecommenderOf(text)) : [])
            .SetItems(Values),
        Providers = Providers ?? other.Providers?
            .Select(provider => provider with
            {
                Customers = Values.ContainsKey(Settings.Customers) ? null : provider.Customers,
                Reads = Values.ContainsKey(Settings.Access) ? null : provider.Reads,
            })
            .ToImmutableArray(),
    };

    /// <summary>The simulation, with the defaults where nothing was said.</summary>
    /// <exception cref="InvalidInputException">The settings do not fit each other, or one has no effect.</exception>
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
        return (SettingRules.FindFault(options) ?? SettingRules.FindIdle(options)) is { } fault ? throw new InvalidInputException(fault) : options;
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
            : throw new InvalidInputException($"{reader.Name} reads '{owner}': there is no such provider; there are {string.Join(", ", names)}");
    }
}

/// <summary>What a scenario says of a provider.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Customers">How many members it has; null where nothing is said.</param>
/// <param name="Reads">Whose records it reads besides its own; null where nothing is said.</param>
internal sealed record ProviderSettings(string Name, int? Customers, ImmutableArray<string>? Reads);
