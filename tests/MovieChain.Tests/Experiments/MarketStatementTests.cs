using MovieChain.Exchange;
using MovieChain.Experiments;
using MovieChain.Simulation;

namespace MovieChain.Tests.Experiments;

public sealed class MarketStatementTests
{
    private static readonly SimulationOptions _usual = new();

    [Fact]
    public void What_is_as_by_default_is_not_worth_saying() => Assert.Empty(MarketStatement.Unusual([_usual, _usual with { Seed = 9, Weeks = 3 }]));

    [Fact]
    public void What_all_markets_have_in_common_that_is_not_is_said_once() => Assert.Equal(
        "drift 0, access own, repeat once",
        Said(Own with { Drift = 0, Repeat = Repeat.Once, Films = 50 }, Own with { Drift = 0, Repeat = Repeat.Once, Films = 60 }, Own with { Drift = 0, Repeat = Repeat.Once }));

    [Fact]
    public void Members_are_said_elsewhere() => Assert.Equal("weeklyBudget 30", Said(_usual with { WeeklyBudget = new Money(30), Providers = [new("A", 3), new("B", 3), new("C", 4)] }));

    [Theory]
    [InlineData("mf", "rank 8, regularization 3")]
    [InlineData("popular", "recommender popular")]
    [InlineData("hybrid", "recommender hybrid")]
    public void A_setting_that_does_not_act_is_not_said(string recommender, string said) =>
        Assert.Equal(said, Said(_usual with { Rank = 8, Regularization = 3, Recommender = Named.Recommender(recommender) }));

    [Fact]
    public void Markets_differ_in_what_acts_on_them()
    {
        var popular = _usual with { Recommender = Named.Recommender("popular"), Rank = 99 };
        var mixed = _usual with { Rank = 8, Providers = [new("Netflix", 100), new("Hulu", 20), new("Prime", 100)], Seed = 9, Seal = false };

        Assert.Equal(
            [
                "customers 100/100/Netflix 100, Hulu 20, Prime 100/100",
                "access notebook/notebook/notebook/Hulu:Prime",
                "recommender mf/popular/mf/mf",
                "rank 16/-/8/16",
            ],
            MarketStatement.Differences([_usual, popular, mixed, _usual with { Access = AccessRule.From([[], [2], []]) }])
                .Select(difference => $"{difference.Setting.Name} {string.Join('/', difference.Values.Select(value => value ?? "-"))}"));
    }

    private static SimulationOptions Own => _usual with { Access = AccessRule.Own(3) };

    private static string Said(params SimulationOptions[] markets) =>
        string.Join(", ", MarketStatement.Unusual([.. markets]).Select(value => $"{value.Setting.Name} {value.Text}"));
}
