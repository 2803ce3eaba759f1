using MovieChain.Exchange;
using MovieChain.Experiments;
using MovieChain.Simulation;

namespace MovieChain.Tests.Experiments;

public sealed class MarketStatementTests
{
    private static readonly SimulationOptions _usual = new();

    [Fact]
    public void What_is_as_by_default_is_not_worth_saying() => Assert.Empty(MarketStatement.Unusual([_usual, _usual with { Seed = 9, Weeks = 3, Access = AccessRule.Own(3) }]));

    [Fact]
    public void What_all_markets_have_in_common_that_is_not_is_said_once() => Assert.Equal(
        "drift 0, repeat once",
        Said(_usual with { Drift = 0, Repeat = Repeat.Once, Films = 50 }, _usual with { Drift = 0, Repeat = Repeat.Once, Films = 60 }, _usual with { Drift = 0, Repeat = Repeat.Once }));

    [Fact]
    public void Members_and_readers_are_said_elsewhere() => Assert.Equal(
        "weeklyBudget 30",
        Said(_usual with { WeeklyBudget = new Money(30), Providers = [new("A", 3)], Access = AccessRule.Own(1) }));

    private static string Said(params SimulationOptions[] markets) =>
        string.Join(", ", MarketStatement.Unusual([.. markets]).Select(pair => $"{pair.Key} {pair.Value}"));
}
