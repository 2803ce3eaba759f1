using MovieChain.Audience;
using MovieChain.Exchange;
using MovieChain.Simulation;

namespace MovieChain.Tests.Simulation;

/// <summary>The same people and the same luck, whatever else is changed.</summary>
public sealed class CommonRandomNumbersTests
{
    public static TheoryData<string> OtherOptions => [.. _changes.Keys];

    private static readonly Dictionary<string, Func<SimulationOptions, SimulationOptions>> _changes = new()
    {
        ["access"] = options => options with { Access = AccessRule.All(3) },
        ["slate"] = options => options with { Slate = 3 },
        ["recommender"] = options => options with { Recommender = Named.Recommender("oracle") },
        ["consent"] = options => options with { Consent = 0.1 },
        ["privacy strictness"] = options => options with { PrivacyStrictness = 1 },
        ["difficulty"] = options => options with { Difficulty = new(5) },
        ["films"] = options => options with { Films = 60 },
        ["rank"] = options => options with { Rank = 7 },
    };

    [Theory]
    [MemberData(nameof(OtherOptions))]
    public void The_people_are_the_same_whatever_the(string option)
    {
        var plain = SmallRuns.Options("mf", weeks: 3) with { Drift = 0 };

        var (before, after) = (SmallRuns.States(plain), SmallRuns.States(_changes[option](plain)));

        for (var provider = 0; provider < 3; provider++)
        {
            Assert.Equal(Describe(before[^1].Providers[provider].Members), Describe(after[^1].Providers[provider].Members));
        }
    }

    [Fact]
    public void Without_drift_the_oracle_is_the_same_whatever_the_access_rule()
    {
        var plain = SmallRuns.Options("mf") with { Drift = 0 };

        var runs = new[] { AccessRule.Own(3), AccessRule.Notebook(3), AccessRule.All(3) }
            .Select(access => SmallRuns.AllWeeks(SmallRuns.Run(plain with { Access = access })).Select(week => week.Yardsticks.Oracle).ToList())
            .ToList();

        Assert.All(runs, oracles => Assert.Equal(runs[0], oracles));
        Assert.Equal(3, runs[0].Take(3).Distinct().Count());
    }

    [Fact]
    public void A_larger_audience_begins_with_the_members_of_a_smaller_one()
    {
        var few = SmallRuns.States(SmallRuns.Options("random", customers: 5, weeks: 0))[0].Providers[1].Members;
        var many = SmallRuns.States(SmallRuns.Options("random", customers: 9, weeks: 0))[0].Providers[1].Members;

        Assert.Equal(Describe(few), Describe(many).Take(5));
    }

    [Fact]
    public void Another_seed_makes_other_people_and_another_fingerprint()
    {
        var plain = SmallRuns.Options("random", weeks: 1);

        var runs = Enumerable.Range(0, 20).Select(seed => SmallRuns.Run(plain with { Seed = seed, Difficulty = new(0) })).ToList();

        Assert.Equal(20, runs.Select(run => run.Fingerprint).Distinct().Count());
        Assert.Equal(20, runs.Select(run => run.Chain.Blocks[1].Header.MerkleRoot).Distinct().Count());
    }

    [Theory]
    [InlineData("mf")]
    [InlineData("hybrid")]
    [InlineData("popular")]
    public void The_number_of_threads_decides_nothing(string recommender)
    {
        // Enough members for several ranges of work.
        var options = SmallRuns.Options(recommender, customers: 600, weeks: 2);

        var runs = ((int[])[1, 2, 5]).Select(threads => SmallRuns.Run(options, threads)).ToList();

        Assert.Single(runs.Select(run => run.Fingerprint).Distinct());
        Assert.All(runs, run => Assert.Equal(SmallRuns.AllWeeks(runs[0]), SmallRuns.AllWeeks(run)));
    }

    private static IEnumerable<string> Describe(Population members) => Enumerable.Range(0, members.Count)
        .Select(member => $"{string.Join(' ', members.Tastes(member).ToArray())}; {members.Threshold(member)}; {members.Privacy(member)}");
}
