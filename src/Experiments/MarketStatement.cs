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
    public static IEnumerable<KeyValuePair<string, string>> Unusual(ImmutableArray<SimulationOptions> markets) => markets
        .Select(market => Statement(market).Where(pair => pair.Key is not (GenesisStatement.Reads or GenesisStatement.Customers)))
        .Aggregate((common, other) => common.Intersect(other))
        .Except(Statement(new SimulationOptions()));

    private static bool IsNotAccess(KeyValuePair<string, string> pair) => pair.Key != GenesisStatement.Reads;

    /// <summary>The statement of genesis, and what it leaves out; without what decides no profit.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Of(SimulationOptions options) =>
    [
        KeyValuePair.Create(OptionRanges.Weeks.Name, $"{options.Weeks}"),
        .. options.Providers.Select(provider => KeyValuePair.Create("provider", provider.Name)),
        .. Statement(options),
    ];

    private static ImmutableArray<KeyValuePair<string, string>> Statement(SimulationOptions options) =>
        GenesisStatement.PairsOf(options with { Seed = OptionRanges.Seed.Default, Seal = true });
}
