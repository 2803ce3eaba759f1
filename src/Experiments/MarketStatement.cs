using System.Collections.Immutable;
using MovieChain.Simulation;

namespace MovieChain.Experiments;

/// <summary>What decides the results of a run with a given seed, as pairs of name and value: two markets that state the same are the same.</summary>
internal static class MarketStatement
{
    /// <summary>Whether two markets differ in nothing that decides a result.</summary>
    public static bool AreSame(SimulationOptions left, SimulationOptions right) => Of(left).SequenceEqual(Of(right));

    /// <summary>Whether two markets differ in nothing that decides a result, unless in who reads whose records.</summary>
    public static bool AreSameButForAccess(SimulationOptions left, SimulationOptions right) =>
        Of(left).Where(IsNotAccess).SequenceEqual(Of(right).Where(IsNotAccess));

    /// <summary>What some markets have in common that is not as by default, beside their providers and who reads whom.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Unusual(ImmutableArray<SimulationOptions> markets) =>
        from setting in Settings.All
        where setting.Scope > Scope.Chain && setting.Stated != Statement.Never && setting != Settings.Seed
        let text = setting.TextOf(markets[0])
        where text != setting.DefaultText && markets.All(market => setting.IsSame(market, markets[0]))
        select KeyValuePair.Create(setting.Name, text);

    private static bool IsNotAccess(KeyValuePair<string, string> pair) => pair.Key != GenesisStatement.Reads;

    /// <summary>The statement of genesis, and what it leaves out; without what decides no profit.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Of(SimulationOptions options) =>
    [
        KeyValuePair.Create(Settings.Weeks.Name, Settings.Weeks.TextOf(options)),
        .. options.Providers.Select(provider => KeyValuePair.Create("provider", provider.Name)),
        .. GenesisStatement.PairsOf(options with { Seed = Settings.Seed.Default, Seal = true }),
    ];
}
