using MovieChain.Audience;
using MovieChain.Catalogue;
using MovieChain.Randomness;

namespace MovieChain.Tests.Audience;

public sealed class TasteDriftTests
{
    private const int Hundredth = Population.TasteScale / 100;
    private static readonly RandomStreams _streams = new(21);

    [Fact]
    public void Without_drift_nothing_moves()
    {
        var members = Members.Draw(seed: 1, count: 300);

        Assert.Equal(Members.Describe(members), Members.Describe(Drift(members, purchases: 10, drift: 0)));
    }

    [Fact]
    public void Genres_move_by_up_to_ten_hundredths_and_openness_by_up_to_five()
    {
        var members = Members.WithTaste(3000, -150 * Hundredth);

        var moved = Drift(members, purchases: 3, drift: 1);

        for (var criterion = 0; criterion < Criteria.Pricing; criterion++)
        {
            var reach = criterion < Criteria.Genres ? 10 : 5;
            var moves = Members.TastesOf(moved, criterion).Select(taste => (taste / (double)Hundredth) + 150).Distinct().Order();
            Assert.Equal(Enumerable.Range(-reach, (2 * reach) + 1).Select(move => (double)move), moves);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(10)]
    public void A_member_that_bought_much_turns_thriftier(int purchases)
    {
        var members = Members.WithTaste(5000, -150 * Hundredth);

        var moves = Members.TastesOf(Drift(members, purchases, drift: 1), Criteria.Pricing).Select(taste => (taste / (double)Hundredth) + 150).ToList();

        Assert.InRange(moves.Average(), 6 - (2 * purchases) - 0.25, 6 - (2 * purchases) + 0.25);
        Assert.Equal(-5 + 4 - (2 * purchases), moves.Min());
        Assert.Equal(5 + 8 - (2 * purchases), moves.Max());
    }

    [Fact]
    public void Every_member_moves_by_its_own_purchases()
    {
        var members = Members.WithTaste(2000, -150 * Hundredth);
        int[] purchases = [.. Enumerable.Range(0, members.Count).Select(member => member % 2 * 10)];

        var pricing = Members.TastesOf(TasteDrift.Apply(members, purchases, 1, _streams, new Week(1), new Workers(2)), Criteria.Pricing);

        Assert.All(pricing.Where((_, member) => member % 2 == 0), taste => Assert.True(taste >= -151 * Hundredth));
        Assert.All(pricing.Where((_, member) => member % 2 == 1), taste => Assert.True(taste <= -157 * Hundredth));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    public void Tastes_stay_within_their_limits_and_reach_them_over_many_weeks_of_strong_drift(int purchases)
    {
        var members = Members.Draw(seed: 2, count: 50);
        var reached = new HashSet<int>();
        var pricingReached = new HashSet<int>();
        for (var week = 1; week <= 60; week++)
        {
            members = Drift(members, purchases, drift: 10, week);
            for (var criterion = 0; criterion < Criteria.Pricing; criterion++)
            {
                Assert.All(Members.TastesOf(members, criterion), taste => Assert.InRange(taste, -200_000, 200_000));
                reached.UnionWith(Members.TastesOf(members, criterion));
            }

            Assert.All(Members.TastesOf(members, Criteria.Pricing), taste => Assert.InRange(taste, -200_000, -100_000));
            pricingReached.UnionWith(Members.TastesOf(members, Criteria.Pricing));
        }

        Assert.All([-200_000, 200_000], limit => Assert.Contains(limit, reached));
        Assert.Contains(purchases > 3 ? -200_000 : -100_000, pricingReached);
    }

    [Fact]
    public void Drift_scales_the_moves_and_rounds_them_to_hundred_thousandths()
    {
        var members = Members.WithTaste(200, -150 * Hundredth);
        var whole = Drift(members, purchases: 3, drift: 1);

        var small = Drift(members, purchases: 3, drift: 0.0125);

        for (var criterion = 0; criterion < Criteria.Pricing; criterion++)
        {
            var expected = Members.TastesOf(whole, criterion).Select(taste => (int)Math.Round((taste + 150_000) * 0.0125, MidpointRounding.ToEven));
            Assert.Equal(expected, Members.TastesOf(small, criterion).Select(taste => taste + 150_000));
        }
    }

    [Fact]
    public void Another_week_brings_other_moves_and_any_number_of_threads_the_same()
    {
        var members = Members.Draw(seed: 3, count: 1000);
        var moved = Members.Describe(Drift(members, purchases: 2, drift: 1));

        Assert.Equal(moved, Members.Describe(Drift(members, purchases: 2, drift: 1, threads: 4)));
        Assert.Empty(moved.Intersect(Members.Describe(Drift(members, purchases: 2, drift: 1, week: 2))));
    }

    [Fact]
    public void Only_tastes_move()
    {
        var members = Members.Draw(seed: 4, count: 100);

        var moved = Drift(members, purchases: 5, drift: 1);

        for (var member = 0; member < members.Count; member++)
        {
            Assert.Equal(members.Threshold(member), moved.Threshold(member));
            Assert.Equal(members.Balance(member), moved.Balance(member));
            Assert.Equal(members.Consents(member), moved.Consents(member));
            Assert.Equal(members.Privacy(member), moved.Privacy(member));
            Assert.NotEqual(members.Tastes(member).ToArray(), moved.Tastes(member).ToArray());
        }
    }

    private static Population Drift(Population members, int purchases, double drift, int week = 1, int threads = 1) =>
        TasteDrift.Apply(members, [.. Enumerable.Repeat(purchases, members.Count)], drift, _streams, new Week(week), new Workers(threads));
}
