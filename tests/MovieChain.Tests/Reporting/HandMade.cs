using System.Collections.Immutable;
using MovieChain.Exchange;
using MovieChain.Ledger;
using MovieChain.Simulation;
using MovieChain.Tests.Ledger;

namespace MovieChain.Tests.Reporting;

/// <summary>Results with round numbers, made by hand so that no change of the model moves them.</summary>
internal static class HandMade
{
    /// <summary>Three providers over three weeks; nothing is trained before the end of the first.</summary>
    public static SimulationResult ThreeProviders { get; } = Result(
        [new("Netflix", 100), new("Hulu", 50), new("Prime", 20)],
        "mf",
        [
            [Week(1000, 250, 1000, 5000, 1000, 1000, 900, 0.5), Week(500, 100, 400, 2000, 400, 400, 1350, 0.4375), Week(200, 50, 200, 1000, 200, 200, 1530, 0.125)],
            [Week(1000, 500, 2000, 5000, 1000, 1500, 1800, 0.375), Week(500, 250, 1000, 2000, 500, 600, 2700, 0.25), Week(200, 100, 400, 1000, 250, 300, 3060, null)],
            [Week(1000, 1000, 5000, 5000, 1000, 1600, 2700, 0.0625), Week(500, 0, 0, 2000, 400, 800, 4050, 0.03125), Week(200, 199, 999, 1000, 250, 500, 4590, 1)],
        ]);

    /// <summary>A provider whose members like none of the films.</summary>
    public static SimulationResult OracleEarnsNothing { get; } = Result(
        [new("Arte", 2)], "random", [[Week(20, 0, 0, 0, 0, 0, 0, null)], [Week(20, 0, 0, 0, 0, 0, 0, null)]]);

    /// <summary>Names as long as they may be, and what a million members spend.</summary>
    public static SimulationResult Wide { get; } = Result(
        [new("The Longest Name That Is Allowed", 1_000_000), new("TheLongestNameWithoutAnySpacesIn", 1_000_000), new("Hulu", 1)],
        "oracle",
        [
            [
                Week(1_000_000_000, 999_999_999, 499_999_999, 500_000_000, 123_456_789, 234_567_890, 0, null),
                Week(1_000_000_000, 1_000_000_000, 500_000_000, 500_000_000, 123_456_789, 234_567_890, 0, null),
                Week(10, 1, 5, 50, 12, 23, 0, null),
            ],
        ]);

    /// <summary>The same result with a name that could be taken for markup and a chain that did not pass verification.</summary>
    public static SimulationResult NotValid { get; } = Result(
        [new("[red]\"A\"[/]", 10)], "popular", [[Week(100, 25, 100, 400, 100, 100, 90, null)]])
        with
    { Fault = new ChainFault(1, ChainFaultKind.MerkleRoot) };

    public static SimulationResult Result(
        ImmutableArray<ProviderPlan> providers, string recommender, ImmutableArray<ProviderWeek[]> weeks)
    {
        var options = new SimulationOptions
        {
            Weeks = weeks.Length,
            Difficulty = new Difficulty(4),
            Seed = 42,
            Recommender = Named.Recommender(recommender),
            Providers = providers,
            Access = AccessRule.Notebook(providers.Length),
        };
        var balances = providers.Select(_ => new Money(100_000)).ToArray();
        var results = weeks.Select((week, place) => new WeekResult(new Week(place + 1), [.. week.Select(WithBalance)])).ToImmutableArray();
        return new SimulationResult(options, results, MineChain(options), Fault: null);

        ProviderWeek WithBalance(ProviderWeek week, int provider) => week with { Balance = balances[provider] += week.Profit };
    }

    private static ProviderWeek Week(
        long offered, long bought, long profit, long oracle, long random, long popular, long trainingRows, double? validationRmse) =>
        new(offered, bought, new Money(profit), Money.Zero, new Yardsticks(new(oracle), new(random), new(popular)), trainingRows, validationRmse, Consenting: 9, Withdrawn: 0);

    private static Chain MineChain(SimulationOptions options)
    {
        var rules = Samples.RulesFor(options.Difficulty.Bits, [.. options.Providers.Select(provider => provider.Name)]);
        var chain = Chain.Begin(rules, "made by hand"u8, Samples.Keys[0], Samples.Miner());
        for (var week = 1; week <= options.Weeks; week++)
        {
            for (var provider = 0; provider < options.Providers.Length; provider++)
            {
                var records = new RecordList.Builder();
                records.Add(ChainRules.AuthorRecord(provider));
                chain = chain.Mine(records.Build(), week, Samples.Keys[provider], Samples.Miner());
            }
        }

        return chain;
    }
}
