using System.Collections.Immutable;
using MovieChain.CommandLine;
using MovieChain.CommandLine.Markets;
using MovieChain.Experiments;
using MovieChain.Simulation;

namespace MovieChain.Tests.CommandLine;

public sealed class RegimeArgumentTests : IDisposable
{
    private static readonly ImmutableArray<string> _names = ["Netflix", "Hulu", "Prime"];

    private readonly ScenarioFolder _scenario = new();

    public void Dispose() => _scenario.Dispose();

    [Theory]
    [InlineData("own", "own")]
    [InlineData("ALL", "Netflix:Hulu,Netflix:Prime,Hulu:Netflix,Hulu:Prime,Prime:Netflix,Prime:Hulu")]
    [InlineData("access=notebook", "Hulu:Netflix,Prime:Netflix,Prime:Hulu")]
    [InlineData("hulu:netflix,Prime:Hulu", "Hulu:Netflix,Prime:Hulu")]
    [InlineData("customers=20+Hulu:Netflix", "Hulu:Netflix")]
    public void Who_reads_whom_is_a_preset_or_pairs(string text, string access) => Assert.Equal(access, Read(text).Options.Access.Describe(_names));

    [Fact]
    public void Settings_are_those_of_scenario_files_and_keep_the_name_that_they_were_given()
    {
        var regime = Read("all+recommender=hybrid+consent=.5+films=50+privacy-strictness=1+revoke=0.5@3+seal=true+drift=0");

        Assert.Equal("all+recommender=hybrid+consent=.5+films=50+privacy-strictness=1+revoke=0.5@3+seal=true+drift=0", regime.Name);
        var options = regime.Options;
        Assert.Equal(
            ("hybrid", 0.5, 50, 1.0, "0.5@3", true, 0.0),
            (options.Recommender.Name, options.Consent, options.Films, options.PrivacyStrictness, $"{options.Revoke}", options.Seal, options.Drift));
        Assert.Equal(10, options.Slate);
    }

    [Theory]
    [InlineData("sharedAudience=1+repeat=once+weeklyBudget=30+arrivals=2")]
    [InlineData("shared-audience=1+repeat=once+weekly-budget=30+arrivals=2")]
    public void Competition_is_a_setting_like_others(string text)
    {
        var options = Read(text).Options;

        Assert.Equal((1.0, Repeat.Once, new Money(30), 2), (options.SharedAudience, options.Repeat, options.WeeklyBudget, options.Arrivals));
    }

    [Fact]
    public void What_a_regime_does_not_say_comes_from_the_baseline_then_from_the_options_then_from_their_file()
    {
        var options = Said("weeks=7 customers=200 seed=5");
        var file = Said("weeks=9 customers=9 rank=4 consent=0.5 drift=0");

        var regimes = RegimeArgument.ReadAll(["own+rank=8+consent=1", "recommender=popular", "all+customers=20+consent=0.25"], options, file)
            .Select(regime => regime.Options).ToList();

        Assert.All(regimes, each => Assert.Equal((7, 5L, 0.0), (each.Weeks, each.Seed, each.Drift)));
        Assert.Equal([8, 16, 8], regimes.Select(each => each.Rank));
        Assert.Equal(["own", "own", "all"], regimes.Select(each => each.Access.Summarize(_names)));
        Assert.Equal(["mf", "popular", "mf"], regimes.Select(each => each.Recommender.Name));
        Assert.Equal([1, 1, 0.25], regimes.Select(each => each.Consent));
        Assert.Equal([200, 200, 20], regimes.Select(each => each.Providers[2].Customers));
    }

    /// <summary>What a file says of a single provider is part of what its regime says.</summary>
    [Theory]
    [InlineData("""[{ "name": "A" }, { "name": "B" }]""", "3 4", "A:B")]
    [InlineData("""[{ "name": "A" }, { "name": "B", "customers": 5 }]""", "3 5", "A:B")]
    [InlineData("""[{ "name": "A" }, { "name": "B", "reads": ["A"] }]""", "3 4", "B:A")]
    [InlineData("""[{ "name": "A", "reads": [] }, { "name": "B" }]""", "3 4", "own")]
    public void A_file_takes_what_it_does_not_say_of_a_provider_from_the_baseline(string providers, string customers, string access)
    {
        var baseline = _scenario.Write("""{ "providers": [{ "name": "A", "customers": 3, "reads": ["B"] }, { "name": "B", "customers": 4 }], "rank": 3 }""", "baseline.json");
        var other = _scenario.Write($$"""{ "providers": {{providers}}, "films": 30 }""");

        var options = RegimeArgument.ReadAll([baseline, other], Said("weeks=7"), Scenario.Empty)[1].Options;

        Assert.Equal((customers, access), (string.Join(' ', options.Providers.Select(provider => provider.Customers)), options.Access.Describe(["A", "B"])));
        Assert.Equal((3, 7, 30), (options.Rank, options.Weeks, options.Films));
    }

    [Fact]
    public void The_names_in_pairs_are_those_of_the_baselines_providers()
    {
        var path = _scenario.Write("""{ "providers": [{ "name": "A+", "customers": 9 }, { "name": "B" }] }""");

        Assert.Equal("B:A+", RegimeArgument.ReadAll([$"{path}+own", "B:A+"], Scenario.Empty, Scenario.Empty)[1].Options.Access.Describe(["A+", "B"]));
    }

    [Theory]
    [InlineData("own", "access=all", "--access all: has no effect, because the baseline 'own' sets access; leave it out")]
    [InlineData("rank=8+consent=1", "weeks=3 consent=0.5", "--consent 0.5: has no effect, because the baseline 'rank=8+consent=1' sets consent")]
    [InlineData("privacy-strictness=1", "privacyStrictness=0", "--privacy-strictness 0: has no effect")]
    [InlineData("FILE", "customers=7", "--customers 7: has no effect")]
    [InlineData("FILE", "access=own", "--access own: has no effect")]
    public void An_option_that_the_baseline_decides_is_refused(string baseline, string options, string said)
    {
        var file = _scenario.Write("""{ "providers": [{ "name": "Netflix", "customers": 9 }, { "name": "Hulu", "customers": 9, "reads": ["Netflix"] }] }""");

        var fault = Assert.Throws<InvalidInputException>(
            () => RegimeArgument.ReadAll([baseline.Replace("FILE", file, StringComparison.Ordinal), "all+rank=4+consent=0"], Said(options), Scenario.Empty));

        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scenario_file_may_say_what_the_baseline_decides() =>
        Assert.Equal("own", RegimeArgument.ReadAll(["own", "all"], Scenario.Empty, Said("access=notebook"))[0].Options.Access.Summarize(_names));

    [Theory]
    [InlineData("recommender=popular", "rank=8")]
    [InlineData("recommender=hybrid", "regularization=3")]
    [InlineData("own+recommender=random", "own+rank=8+regularization=3")]
    public void A_setting_that_does_not_act_makes_no_other_regime(string baseline, string other) => Assert.Contains(
        "has no effect with recommender",
        Assert.Throws<RefusalException>(() => RegimeArgument.ReadAll([baseline, other], Scenario.Empty, Scenario.Empty)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_regime_of_another_recommender_leaves_out_the_settings_of_the_markets()
    {
        var regimes = RegimeArgument.ReadAll(["own", "recommender=hybrid"], Said("rank=4 regularization=3"), Scenario.Empty);

        Assert.Equal([(4, 3.0), (16, 15.0)], regimes.Select(regime => (regime.Options.Rank, regime.Options.Regularization)));
    }

    [Fact]
    public void A_scenario_file_is_a_regime_that_settings_override()
    {
        var path = _scenario.Write("""{ "providers": [{ "name": "A+", "customers": 9, "reads": ["B"] }, { "name": "B" }], "rank": 3 }""");

        var regimes = RegimeArgument.ReadAll([path, $"{path}+own+rank=5", $"customers=4+{path}"], Said("customers=7"), Scenario.Empty);

        var options = regimes.Select(regime => regime.Options).ToList();
        Assert.All(options, each => Assert.Equal(["A+", "B"], each.Providers.Select(provider => provider.Name)));
        Assert.Equal([9, 7], options[0].Providers.Select(provider => provider.Customers));
        Assert.Equal([4, 4], options[2].Providers.Select(provider => provider.Customers));
        Assert.Equal((3, "A+:B"), (options[0].Rank, options[0].Access.Describe(["A+", "B"])));
        Assert.Equal((5, "own"), (options[1].Rank, options[1].Access.Describe(["A+", "B"])));
    }

    [Fact]
    public void A_providers_name_may_have_the_sign_that_joins_settings()
    {
        var market = new Scenario { Providers = [new("Disney+", 5, null), new("Arte", 5, null)] };

        var regimes = RegimeArgument.ReadAll(["own", "Arte:Disney+"], Scenario.Empty, market);

        Assert.Equal([0, 1], regimes[1].Options.Access.ReadBy(1));
    }

    [Theory]
    [InlineData("""{ "seed": 5 }""", "the seed is the study's")]
    [InlineData("""{ "weeks": 5 }""", "weeks 5: must be the 20 weeks of 'own'")]
    [InlineData("""{ "providers": [{ "name": "Arte" }] }""", "has the providers Arte, must have those of 'own': Netflix, Hulu, Prime")]
    [InlineData("""{ "access": "own" }""", "is the same as 'own', so that there is nothing to compare")]
    [InlineData("""{ "rank": 0 }""", "rank 0: must be a whole number from 1 to 256")]
    [InlineData("{", "scenario ")]
    public async Task A_scenario_file_that_cannot_be_compared_is_refused_by_name(string text, string said)
    {
        var path = _scenario.Write(text);

        (await Invocation.RunAsync("compare", "own", path)).AssertRefused($"regime '{path}': ", said);
    }

    private static Regime Read(string text) =>
        RegimeArgument.ReadAll([text, "recommender=random+drift=7"], Scenario.Empty, Scenario.Empty)[0];

    private static Scenario Said(string settings) => settings.Split(' ').Select(setting => setting.Split('=')).Aggregate(
        Scenario.Empty, (market, setting) => market.With(Settings.Find(setting[0])!, setting[1]));
}
