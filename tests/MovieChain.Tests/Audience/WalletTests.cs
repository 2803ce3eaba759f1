using MovieChain.Audience;
using MovieChain.Randomness;

namespace MovieChain.Tests.Audience;

public sealed class WalletTests
{
    private static readonly RandomStreams _streams = new(9);

    [Theory]
    [InlineData(25)]
    [InlineData(26)]
    [InlineData(9999)]
    public void A_balance_of_25_or_more_is_left_alone(int balance)
    {
        var topped = Wallet.TopUp(Members.WithBalances(balance), _streams, new Week(1));

        Assert.Equal(new Money(balance), topped.Balance(0));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(24)]
    public void A_fresh_draw_is_added_to_a_balance_below_25(int balance)
    {
        for (var week = 1; week <= 200; week++)
        {
            var topped = Wallet.TopUp(Members.WithBalances(balance), _streams, new Week(week));
            Assert.InRange(topped.Balance(0).Units, balance + 4000, balance + 9999);
        }
    }

    [Fact]
    public void What_was_left_is_kept_beside_the_fresh_draw()
    {
        var fromNothing = Wallet.TopUp(Members.WithBalances(0), _streams, new Week(3)).Balance(0);
        var fromTwentyFour = Wallet.TopUp(Members.WithBalances(24), _streams, new Week(3)).Balance(0);

        Assert.Equal(fromNothing + new Money(24), fromTwentyFour);
    }

    [Fact]
    public void Only_those_who_run_low_are_topped_up_each_with_a_draw_of_its_own()
    {
        var before = Members.WithBalances(24, 25, 0, 5000, 0);

        var after = Wallet.TopUp(before, _streams, new Week(4));

        Assert.Equal(new Money(25), after.Balance(1));
        Assert.Equal(new Money(5000), after.Balance(3));
        Assert.NotEqual(after.Balance(2), after.Balance(4));
        Assert.Equal(new Money(24), before.Balance(0));
    }

    [Fact]
    public void Fresh_draws_differ_from_week_to_week_and_reach_all_of_4000_to_9999()
    {
        var everybody = Members.WithBalances(new int[100]);

        var draws = Enumerable.Range(1, 100)
            .Select(week => Wallet.TopUp(everybody, _streams, new Week(week)))
            .SelectMany(topped => Enumerable.Range(0, topped.Count).Select(member => topped.Balance(member).Units))
            .ToList();

        Assert.InRange(draws.Min(), 4000, 4010);
        Assert.InRange(draws.Max(), 9989, 9999);
        Assert.InRange(draws.Average(), 6999.5 - 90, 6999.5 + 90);
    }

    [Fact]
    public void Members_pay_what_they_spent()
    {
        var before = Members.WithBalances(100, 50, 30);

        var after = Wallet.Charge(before, [new(40), new(0), new(30)]);

        Assert.Equal([new(60), new(50), new(0)], Enumerable.Range(0, 3).Select(after.Balance));
        Assert.Equal(new Money(100), before.Balance(0));
        Assert.Equal(before.Tastes(0), after.Tastes(0));
    }

    [Fact]
    public void A_member_cannot_pay_more_than_it_has() =>
        Assert.Throws<ArgumentException>(() => Wallet.Charge(Members.WithBalances(100, 30), [new(0), new(31)]));
}
