using MovieChain.Simulation;

namespace MovieChain.Tests.Simulation;

public sealed class YardstickTests
{
    public static TheoryData<string> Recommenders => [.. SmallRuns.Recommenders];

    [Theory]
    [InlineData(10, 12, 5)]
    [InlineData(100, 3, 25)] // All films at once for half a year: some members run out of money.
    public void The_oracle_earns_exactly_what_the_oracle_would(int slate, int customers, int weeks)
    {
        var result = SmallRuns.Run(SmallRuns.Options("oracle", customers, weeks) with { Slate = slate });

        Assert.All(SmallRuns.AllWeeks(result), week =>
        {
            Assert.True(week.Profit > Money.Zero);
            Assert.Equal(week.Yardsticks.Oracle, week.Profit);
        });
    }

    [Theory]
    [MemberData(nameof(Recommenders))]
    public void Nobody_earns_more_than_the_oracle_in_any_week(string recommender)
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var options = SmallRuns.Options(recommender, customers: 10, weeks: 3) with { Seed = seed, Slate = seed % 3 == 0 ? 40 : 10 };

            AssertNobodyBeatsTheOracle(SmallRuns.Run(options));
        }
    }

    [Theory]
    [InlineData("random")]
    [InlineData("popular")]
    public void Nobody_earns_more_than_the_oracle_when_money_runs_out(string recommender) =>
        AssertNobodyBeatsTheOracle(SmallRuns.Run(SmallRuns.Options(recommender, customers: 3, weeks: 60) with { Slate = 60 }));

    [Fact]
    public void Random_slates_earn_what_the_random_yardstick_says()
    {
        var result = SmallRuns.Run(SmallRuns.Options("random"));

        Assert.All(SmallRuns.AllWeeks(result), week => Assert.Equal(week.Yardsticks.Random, week.Profit));
        Assert.Contains(SmallRuns.AllWeeks(result), week => week.Yardsticks.Random != week.Yardsticks.Popular);
    }

    [Fact]
    public void Popular_slates_earn_what_the_popular_yardstick_says()
    {
        var result = SmallRuns.Run(SmallRuns.Options("popular"));

        Assert.All(SmallRuns.AllWeeks(result), week => Assert.Equal(week.Yardsticks.Popular, week.Profit));
        Assert.Contains(SmallRuns.AllWeeks(result), week => week.Yardsticks.Random != week.Yardsticks.Popular);
    }

    [Fact]
    public void The_first_week_is_random_for_everybody_who_does_not_know_the_truth()
    {
        var runs = SmallRuns.Recommenders
            .Where(recommender => recommender != "oracle")
            .Select(recommender => SmallRuns.Run(SmallRuns.Options(recommender, weeks: 1)))
            .ToList();

        Assert.Equal(SmallRuns.Recommenders.Length - 1, runs.Count);
        Assert.All(runs.SelectMany(SmallRuns.AllWeeks), week => Assert.Equal(week.Yardsticks.Random, week.Profit));
        Assert.All(runs.SelectMany(SmallRuns.AllWeeks), week => Assert.Equal(week.Yardsticks.Random, week.Yardsticks.Popular));
        Assert.Single(runs.Select(run => SmallRuns.OrderBytes(run.Chain)).Distinct());
    }

    [Fact]
    public void From_the_second_week_on_what_was_learned_decides()
    {
        var chains = SmallRuns.Recommenders
            .Select(recommender => SmallRuns.OrderBytes(SmallRuns.Run(SmallRuns.Options(recommender, weeks: 2)).Chain))
            .ToList();

        Assert.Equal(SmallRuns.Recommenders.Length, chains.Distinct().Count());
    }

    private static void AssertNobodyBeatsTheOracle(SimulationResult result) => Assert.All(SmallRuns.AllWeeks(result), week =>
    {
        Assert.InRange(week.Profit.Units, 0, week.Yardsticks.Oracle.Units);
        Assert.InRange(week.Yardsticks.Random.Units, 0, week.Yardsticks.Oracle.Units);
        Assert.InRange(week.Yardsticks.Popular.Units, 0, week.Yardsticks.Oracle.Units);
    });

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    public void While_nothing_is_on_record_popular_slates_are_random_like_their_yardstick(int seed)
    {
        var options = SmallRuns.Options("popular", customers: 1, weeks: 3) with { Seed = seed, Slate = 2, Consent = 0, Drift = 0 };
        Assert.All(SmallRuns.AllWeeks(SmallRuns.Run(options)), week => Assert.Equal(week.Yardsticks.Popular, week.Profit));
    }
}
