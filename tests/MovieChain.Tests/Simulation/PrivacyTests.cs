using MovieChain.Exchange;
using MovieChain.Simulation;

namespace MovieChain.Tests.Simulation;

/// <summary>Which lines of their orders members share.</summary>
public sealed class PrivacyTests
{
    private static readonly SimulationOptions _strict =
        SmallRuns.Options("random", customers: 300, weeks: 2) with { Consent = 1, PrivacyStrictness = 1 };

    private static readonly SimulationState _state = SmallRuns.States(_strict)[^1];

    private static readonly List<SmallRuns.RecordedOrder> _orders = SmallRuns.Orders(_state.Chain);

    [Fact]
    public void About_half_of_the_lines_are_shared_when_all_privacy_counts()
    {
        // Privacy is uniform on 0 to 1, so that half of 3 × 300 × 2 × 10 lines is shared on average.
        Assert.InRange(_orders.Sum(order => order.Films.Count), 0.46 * 18_000, 0.54 * 18_000);
        Assert.Equal(1_800, _orders.Count);
    }

    [Fact]
    public void A_member_of_full_privacy_shares_nothing()
    {
        var full = _orders.Where(order => PrivacyOf(order) == 100).ToList();

        Assert.True(full.Count >= 2);
        Assert.All(full, order => Assert.Empty(order.Films));
    }

    [Fact]
    public void A_member_without_privacy_shares_everything()
    {
        var none = _orders.Where(order => PrivacyOf(order) == 0).ToList();

        Assert.True(none.Count >= 2);
        Assert.All(none, order => Assert.Equal(10, order.Films.Count));
    }

    [Fact]
    public void Training_rows_are_the_lines_that_were_shared()
    {
        var result = SmallRuns.Run(_strict with { Recommender = Named.Recommender("popular"), Access = AccessRule.Own(3), Weeks = 1 });

        Assert.All(Enumerable.Range(0, 3), provider => Assert.Equal(
            _orders.Where(order => order.Author == provider && order.Week.Number == 1).Sum(order => order.Films.Count),
            result.Weeks[0].Providers[provider].TrainingRows));
    }

    [Fact]
    public void What_is_withheld_from_the_chain_is_sold_and_paid_for_all_the_same()
    {
        var open = SmallRuns.Run(_strict with { PrivacyStrictness = 0 });
        var strict = SmallRuns.Run(_strict);

        Assert.Equal(SmallRuns.AllWeeks(open).Select(week => week.Profit), SmallRuns.AllWeeks(strict).Select(week => week.Profit));
        Assert.Equal(18_000, SmallRuns.Orders(open.Chain).Sum(order => order.Films.Count));
    }

    [Fact]
    public void Anonymous_members_withhold_lines_too()
    {
        var open = SmallRuns.Orders(SmallRuns.Run(_strict with { Consent = 0, PrivacyStrictness = 0, Weeks = 1 }).Chain).Sum(order => order.Films.Count);
        var strict = SmallRuns.Orders(SmallRuns.Run(_strict with { Consent = 0, Weeks = 1 }).Chain).Sum(order => order.Films.Count);

        Assert.InRange(strict, 0.4 * open, 0.6 * open);
    }

    private static int PrivacyOf(SmallRuns.RecordedOrder order) => _state.Providers[order.Author].Members.Privacy(order.Member ?? -1);
}
