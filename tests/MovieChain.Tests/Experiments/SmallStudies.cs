using System.Collections.Immutable;
using MovieChain.Exchange;
using MovieChain.Experiments;
using MovieChain.Simulation;
using MovieChain.Tests.Simulation;

namespace MovieChain.Tests.Experiments;

/// <summary>Studies small enough for tests.</summary>
internal static class SmallStudies
{
    public static StudySettings Settings { get; } = new(Seed: 7, Replications: 4, HalfWidth: null, IntervalMethod.T);

    public static SimulationOptions Market { get; } = SmallRuns.Options("mf", customers: 8, weeks: 7) with { Films = 30 };

    public static ImmutableArray<Regime> Regimes { get; } = Under(Market, AccessRule.Own(3), AccessRule.Notebook(3));

    /// <summary>A market under some rules of access, the first of which is the baseline.</summary>
    public static ImmutableArray<Regime> Under(SimulationOptions market, params ReadOnlySpan<AccessRule> rules)
    {
        var names = market.Providers.Select(provider => provider.Name).ToList();
        var regimes = ImmutableArray.CreateBuilder<Regime>();
        foreach (var rule in rules)
        {
            regimes.Add(new Regime(rule.Describe(names), market with { Access = rule }));
        }

        return regimes.ToImmutable();
    }

    public static Comparison Compare(ImmutableArray<Regime> regimes, StudySettings? settings = null, int threads = 2, bool tunes = false) =>
        ComparisonStudy.Run(regimes, settings ?? Settings, tunes, new Workers(threads));

    public static DataValue Value(SimulationOptions market, StudySettings? settings = null, Sweep? sweep = null, int threads = 2) =>
        DataValueStudy.Run(new Regime("market", market), settings ?? Settings, sweep, new Workers(threads));

    /// <summary>All profits of a study, in order.</summary>
    public static List<long> Profits(ImmutableArray<Replication> replications) =>
    [
        .. from replication in replications
           from outcome in replication.Outcomes
           from provider in outcome.Providers
           from profit in provider.Profits
           select profit.Units,
    ];
}
