using MovieChain.Reporting.Runs;
using MovieChain.Simulation;

namespace MovieChain.Tests.Simulation;

public sealed class AccountsTests
{
    public static TheoryData<string> Recommenders => [.. SmallRuns.Recommenders];

    [Theory]
    [MemberData(nameof(Recommenders))]
    public void A_balance_is_the_opening_100000_and_all_profits(string recommender)
    {
        var result = SmallRuns.Run(SmallRuns.Options(recommender));

        for (var provider = 0; provider < 3; provider++)
        {
            var balance = 100_000L;
            foreach (var week in SmallRuns.WeeksOf(result, provider))
            {
                balance += week.Profit.Units;
                Assert.Equal(balance, week.Balance.Units);
            }

            Assert.True(balance > 100_000);
        }
    }

    [Fact]
    public void What_a_provider_takes_its_members_have_paid()
    {
        var options = SmallRuns.Options("oracle");
        var states = SmallRuns.States(options);

        for (var provider = 0; provider < 3; provider++)
        {
            Assert.NotEqual(states[0].Providers[provider].Account, states[^1].Providers[provider].Account);
            Assert.Equal(Total(states[0].Providers[provider]), Total(states[^1].Providers[provider]));
        }
    }

    [Theory]
    [MemberData(nameof(Recommenders))]
    public void Sales_stay_within_what_was_offered_and_what_films_cost(string recommender)
    {
        var result = SmallRuns.Run(SmallRuns.Options(recommender) with { Slate = 6 });

        Assert.All(SmallRuns.AllWeeks(result), week =>
        {
            Assert.Equal(12 * 6, week.Offered);
            Assert.InRange(week.Bought, 1, week.Offered);
            Assert.InRange(week.Profit.Units, 3 * week.Bought, 5 * week.Bought);
        });
    }

    [Theory]
    [InlineData("random", "Random slates need no training.")]
    [InlineData("oracle", "The oracle needs no training")]
    public void Who_needs_no_training_has_no_rows_and_no_error_and_says_so(string recommender, string note)
    {
        var result = SmallRuns.Run(SmallRuns.Options(recommender));

        Assert.All(SmallRuns.AllWeeks(result), week => Assert.Equal((0, null), (week.TrainingRows, week.ValidationRmse)));
        Assert.StartsWith(note, Assert.Single(Notes.On(result)), StringComparison.Ordinal);
    }

    [Fact]
    public void Matrix_factorization_says_how_far_it_is_out_and_needs_no_note()
    {
        var result = SmallRuns.Run(SmallRuns.Options("mf"));

        Assert.All(SmallRuns.AllWeeks(result), week => Assert.InRange(week.ValidationRmse ?? double.NaN, 0, 1));
        Assert.Empty(Notes.On(result));
    }

    private static long Total(ProviderState provider) => provider.Account.Balance.Units
        + Enumerable.Range(0, provider.Members.Count).Sum(member => provider.Members.Balance(member).Units);

    [Fact]
    public void Where_nobody_consents_the_report_says_that_there_was_nothing_to_train_on()
    {
        var result = SmallRuns.Run(SmallRuns.Options("mf") with { Consent = 0 });
        Assert.StartsWith("No named order line", Assert.Single(Notes.On(result)), StringComparison.Ordinal);
    }
}
