using System.Collections.Immutable;
using MovieChain.Simulation;

namespace MovieChain.Experiments;

/// <summary>What decides the results of a run with a given seed, as texts of settings: two markets that state the same are the same.</summary>
internal static class MarketStatement
{
    private static readonly ImmutableArray<Setting> _settings = [.. Settings.All.Where(setting => setting.Scope > Scope.Chain && setting != Settings.Seed)];

    /// <summary>Whether two markets differ in nothing that decides a result.</summary>
    public static bool AreSame(SimulationOptions left, SimulationOptions right) =>
        AreSameButFor(static _ => false, left, right);

    /// <summary>Whether two markets differ in nothing that decides a result, unless in some settings.</summary>
    public static bool AreSameButFor(Func<Setting, bool> settings, SimulationOptions left, SimulationOptions right) =>
        left.ProviderNames.SequenceEqual(right.ProviderNames) && Differences([left, right]).All(difference => settings(difference.Setting));

    /// <summary>The settings in which some markets differ, in the order of the table.</summary>
    public static ImmutableArray<MarketDifference> Differences(ImmutableArray<SimulationOptions> markets) =>
    [
        .. from setting in _settings
           let texts = markets.Select(market => TextOf(setting, market)).ToImmutableArray()
           where texts.OfType<string>().Distinct().Count() > 1
           select new MarketDifference(setting, texts),
    ];

    /// <summary>The settings that have one value in all markets on which they act, and not the default. Weeks and members are said elsewhere.</summary>
    public static ImmutableArray<(Setting Setting, string Text)> Unusual(ImmutableArray<SimulationOptions> markets) =>
    [
        .. from setting in _settings
           where setting != Settings.Weeks && setting != Settings.Customers
           let texts = markets.Select(market => TextOf(setting, market)).OfType<string>().Distinct().ToList()
           where texts.Count == 1 && texts[0] != setting.DefaultText
           select (setting, texts[0]),
    ];

    /// <summary>A setting's value in words; null where the setting does not act on the market.</summary>
    private static string? TextOf(Setting setting, SimulationOptions market)
    {
        if (!SettingRules.Acts(setting, market.Recommender))
        {
            return null;
        }

        if (setting == Settings.Access)
        {
            return market.Access.Summarize(market.ProviderNames);
        }

        var isMixed = setting == Settings.Customers && market.Providers.DistinctBy(provider => provider.Customers).Count() > 1;
        return isMixed ? string.Join(", ", market.Providers.Select(provider => FormattableString.Invariant($"{provider.Name} {provider.Customers}"))) : setting.TextOf(market);
    }
}

/// <summary>A setting in which markets differ.</summary>
/// <param name="Setting">The setting.</param>
/// <param name="Values">Its value in each market, in words; null where it does not act on that market.</param>
internal sealed record MarketDifference(Setting Setting, ImmutableArray<string?> Values);
