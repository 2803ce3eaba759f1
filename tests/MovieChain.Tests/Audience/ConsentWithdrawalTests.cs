using MovieChain.Audience;
using MovieChain.Randomness;

namespace MovieChain.Tests.Audience;

/// <summary>Who takes its consent back.</summary>
public sealed class ConsentWithdrawalTests
{
    [Theory]
    [InlineData(0, 90, 0)]
    [InlineData(1, 90, 90)]
    [InlineData(0.5, 0, 0)]
    [InlineData(0.5, 1, 1)]
    [InlineData(0.49, 1, 0)]
    [InlineData(0.5, 5, 3)]
    [InlineData(0.25, 10, 3)]
    [InlineData(0.1, 4, 0)]
    [InlineData(0.35, 90, 32)]
    [InlineData(0.145, 100, 15)]
    [InlineData(1e-300, 90, 0)]
    public void The_fraction_is_rounded_to_whole_members_and_halves_up(double fraction, int consenting, int expected) =>
        Assert.Equal(expected, Choose(fraction, consenting).Count);

    [Fact]
    public void Who_withdraws_at_a_fraction_withdraws_at_every_higher_one()
    {
        var fewer = Choose(0, 200);
        for (var twentieths = 1; twentieths <= 20; twentieths++)
        {
            var more = Choose(twentieths / 20.0, 200);
            Assert.ProperSuperset(fewer, more);
            fewer = more;
        }
    }

    [Fact]
    public void The_same_seed_lets_the_same_members_withdraw_and_another_seed_others()
    {
        Assert.Equal(Choose(0.5, 200), Choose(0.5, 200));
        Assert.NotEqual(Choose(0.5, 200), Choose(0.5, 200, seed: 2));
        Assert.InRange(Choose(0.5, 2000).Count(member => member.Number < 1000), 430, 570);
    }

    [Fact]
    public void Only_consent_changes_and_only_that_of_members_who_had_given_it()
    {
        var before = Members.Draw(seed: 5, count: 200, provider: 1, consent: 0.6);

        var after = ConsentWithdrawal.Apply(before, 0.5, new RandomStreams(5));

        Assert.Equal(Members.DescribeCharacters(before), Members.DescribeCharacters(after));
        Assert.Equal(before.CountConsenting() - (int)Math.Round(before.CountConsenting() / 2.0, MidpointRounding.AwayFromZero), after.CountConsenting());
        Assert.All(Enumerable.Range(0, 200).Where(after.Consents), member => Assert.True(before.Consents(member)));
        Assert.Equal(before.Provider, after.Provider);
    }

    [Fact]
    public void The_population_before_the_withdrawal_stays_as_it_was()
    {
        var before = Members.Draw(seed: 5, count: 200);
        var described = Members.Describe(before);

        ConsentWithdrawal.Apply(before, 1, new RandomStreams(5));

        Assert.Equal(described, Members.Describe(before));
    }

    private static HashSet<MemberId> Choose(double fraction, int consenting, ulong seed = 1)
    {
        var members = Enumerable.Range(0, consenting).Select(number => new MemberId(ProviderId.At(2), number));
        return [.. ConsentWithdrawal.Choose(members, fraction, new RandomStreams(seed))];
    }
}
