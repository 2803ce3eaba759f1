using MovieChain.Exchange;
using MovieChain.Simulation;

namespace MovieChain.Tests.Simulation;

/// <summary>Shares of the oracle that docs/recommenders.md states, on seeds that nothing was tuned on.</summary>
public sealed class MarketFiguresTests
{
    private const int Weeks = 20;
    private static readonly SimulationOptions _fixedTastes = new() { Weeks = Weeks, Difficulty = new(0), Consent = 1, Drift = 0 };

    [Fact]
    public void Random_slates_earn_a_fifth_of_the_oracle() =>
        Assert.InRange(MeanShare(_fixedTastes with { Recommender = Named.Recommender("random") }, provider: 0), 0.17, 0.27);

    [Fact]
    public void The_popular_slate_earns_more_than_random_and_less_than_the_best_slate_for_everybody() =>
        Assert.InRange(MeanShare(_fixedTastes with { Recommender = Named.Recommender("popular") }, provider: 0), 0.40, 0.60);

    [Fact]
    public void Matrix_factorization_comes_close_to_the_oracle()
    {
        Assert.InRange(MeanShare(_fixedTastes, provider: 0), 0.82, 0.95);
        Assert.InRange(MeanShare(_fixedTastes, provider: 2), 0.84, 0.95);
        Assert.InRange(MeanShare(_fixedTastes, provider: 2, fromWeek: Weeks), 0.90, 1);
    }

    [Fact]
    public void Who_knows_the_films_traits_earns_more_and_has_less_to_learn_from_others()
    {
        var hybrid = _fixedTastes with { Recommender = Named.Recommender("hybrid") };
        Assert.InRange(MeanShare(hybrid, provider: 0), 0.885, 0.96);
        Assert.InRange(MeanShare(hybrid, provider: 0, fromWeek: Weeks), 0.96, 1);
        Assert.True(MeanShare(hybrid, provider: 0) > MeanShare(_fixedTastes, provider: 0) + 0.02);
        Assert.InRange(MeanShare(hybrid, provider: 2) - MeanShare(hybrid, provider: 0), -0.02, 0.02);
    }

    [Theory]
    [InlineData("mf", 0.81)]
    [InlineData("hybrid", 0.86)]
    public void Tastes_that_drift_are_followed(string recommender, double least) =>
        Assert.InRange(MeanShare(_fixedTastes with { Recommender = Named.Recommender(recommender), Drift = 1 }, provider: 0), least, 0.96);

    [Fact]
    public void Small_providers_earn_more_when_everybody_shares()
    {
        var small = _fixedTastes with { Providers = [.. _fixedTastes.Providers.Select(provider => provider with { Customers = 20 })] };
        var alone = MeanShare(small with { Access = AccessRule.Own(3) }, provider: 2);
        var together = MeanShare(small with { Access = AccessRule.All(3) }, provider: 2);
        Assert.True(together > alone + 0.02, $"{together} together, {alone} alone");
    }

    [Fact]
    public void A_large_audience_is_known_better_than_a_small_one()
    {
        var alone = _fixedTastes with { Access = AccessRule.Own(3), Weeks = 5 };
        var large = alone with { Providers = [.. alone.Providers.Select(provider => provider with { Customers = 400 })] };
        Assert.True(MeanShare(large, provider: 0, seeds: 1) > MeanShare(alone, provider: 0) + 0.02);
    }

    /// <summary>A provider's profit as a share of the oracle's over seeds and weeks.</summary>
    private static double MeanShare(SimulationOptions options, int provider, int fromWeek = 1, int seeds = 3)
    {
        var (profit, oracle) = (0L, 0L);
        for (var seed = 0; seed < seeds; seed++)
        {
            foreach (var week in SmallRuns.WeeksOf(SmallRuns.Run(options with { Seed = 501 + seed }), provider).Skip(fromWeek - 1))
            {
                profit += week.Profit.Units;
                oracle += week.Yardsticks.Oracle.Units;
            }
        }

        return profit / (double)oracle;
    }
}
