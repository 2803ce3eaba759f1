using MovieChain.Exchange;
using MovieChain.Experiments;
using MovieChain.Simulation;

namespace MovieChain.Tests.Experiments;

public sealed class PlaceboTests
{
    private static readonly List<string> _names = ["Netflix", "Hulu", "Prime"];

    [Theory]
    [InlineData("own", "notebook", "Netflix")]
    [InlineData("own", "all", "")]
    [InlineData("notebook", "all", "")] // Prime reads everything in both, but Hulu's and Netflix's slates change.
    [InlineData("Netflix:Hulu,Netflix:Prime,Hulu:Prime,Prime:Hulu", "all", "")] // Netflix only gives, but what it reads changes.
    [InlineData("own", "Hulu:Netflix", "Netflix,Prime")]
    [InlineData("Hulu:Netflix", "notebook", "Netflix,Hulu")]
    [InlineData("Prime:Hulu", "Prime:Hulu,Hulu:Netflix", "Netflix")] // Prime is reached through Hulu.
    public void Who_cannot_notice_the_difference_is_a_placebo(string left, string right, string placebos) =>
        Assert.Equal(placebos, PlacebosOf(Under(left), Under(right)));

    [Theory]
    [InlineData("random")]
    [InlineData("oracle")]
    public void Where_slates_are_made_without_records_everybody_is_a_placebo(string recommender) =>
        Assert.Equal("Netflix,Hulu,Prime", PlacebosOf(Under("own") with { Recommender = Named.Recommender(recommender) }, Under("all") with { Recommender = Named.Recommender(recommender) }));

    [Fact]
    public void Where_slates_are_made_without_records_nobody_notices_what_is_on_record()
    {
        var random = Under("own") with { Recommender = Named.Recommender("random"), SharedAudience = 0.5 };

        Assert.Equal("Netflix,Hulu,Prime", PlacebosOf(random, random with { Consent = 0, PrivacyStrictness = 1, Revoke = Revocation.TryParse("0.5@2") }));
        Assert.Equal("", PlacebosOf(random, random with { Consent = 0, Drift = 0 }));
        Assert.Equal("", PlacebosOf(random, random with { Recommender = Named.Recommender("oracle") }));
    }

    [Fact]
    public void Regimes_that_differ_in_more_than_access_have_no_placebo()
    {
        Assert.Equal("", PlacebosOf(Under("own"), Under("own") with { Consent = 0.5 }));
        Assert.Equal("", PlacebosOf(Under("own"), Under("notebook") with { Recommender = Named.Recommender("hybrid") }));
        Assert.Equal("", PlacebosOf(Under("own"), Under("notebook") with { Weeks = 3 }));
    }

    [Fact]
    public void With_members_who_subscribe_to_all_nobody_is_a_placebo() =>
        Assert.Equal("", PlacebosOf(Under("own") with { SharedAudience = 0.1 }, Under("notebook") with { SharedAudience = 0.1 }));

    [Fact]
    public void Regimes_that_tuning_has_made_one_have_placebos_alone() => Assert.All(
        (double[])[0, 0.1],
        shared => Assert.Equal("Netflix,Hulu,Prime", PlacebosOf(Under("notebook") with { SharedAudience = shared }, Under("notebook") with { SharedAudience = shared })));

    [Fact]
    public void How_the_chain_is_kept_makes_no_difference() =>
        Assert.Equal("Netflix", PlacebosOf(Under("own") with { Seal = false, Seed = 3 }, Under("notebook") with { Difficulty = new(4) }));

    [Fact]
    public void Every_placebo_is_exactly_zero_and_what_is_none_is_not()
    {
        foreach (var pair in SmallStudies.Compare(SmallStudies.Under(
            SmallStudies.Market, AccessRule.Own(3), AccessRule.Notebook(3), AccessRule.All(3), AccessRule.From([[], [0], []]))).Pairs)
        {
            foreach (var horizon in pair.Horizons)
            {
                Assert.All(horizon.Providers, row => Assert.Equal(row.IsPlacebo, row.Pairs.All(values => values.A == values.B)));
                Assert.All(horizon.Providers.Where(row => row.IsPlacebo), row => Assert.Equal((Verdict.Placebo, 0, 0, 0, null), (row.Verdict, row.Difference.Mean, row.Difference.Low, row.Difference.High, row.P)));
            }
        }
    }

    private static SimulationOptions Under(string access)
    {
        Assert.True(AccessRule.TryParse(access, _names, out var rule, out _));
        return new SimulationOptions { Access = rule };
    }

    private static string PlacebosOf(SimulationOptions left, SimulationOptions right) =>
        string.Join(',', Enumerable.Range(0, _names.Count).Where(provider => Placebo.Is(left, right, provider)).Select(provider => _names[provider]));
}
