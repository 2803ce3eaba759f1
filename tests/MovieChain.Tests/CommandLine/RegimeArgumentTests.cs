using System.Collections.Immutable;
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
    public void What_a_regime_does_not_say_comes_from_the_market()
    {
        var market = Market("weeks=7 customers=200 rank=4 access=own seed=5");

        var options = RegimeArgument.ReadAll(["rank=8", "all+customers=20"], market).Select(regime => regime.Options).ToList();

        Assert.All(options, each => Assert.Equal((7, 5), (each.Weeks, each.Seed)));
        Assert.Equal((8, 200, "own"), (options[0].Rank, options[0].Providers[0].Customers, options[0].Access.Describe(_names)));
        Assert.Equal((4, 20), (options[1].Rank, options[1].Providers[2].Customers));
        Assert.Equal([0, 1, 2], options[1].Access.ReadBy(0));
    }

    [Fact]
    public void A_regime_of_another_recommender_leaves_out_the_settings_of_the_markets()
    {
        var regimes = RegimeArgument.ReadAll(["own", "recommender=hybrid"], Market("rank=4 regularization=3"));

        Assert.Equal([(4, 3.0), (16, 15.0)], regimes.Select(regime => (regime.Options.Rank, regime.Options.Regularization)));
    }

    [Fact]
    public void A_scenario_file_is_a_regime_that_settings_override()
    {
        var path = _scenario.Write("""{ "providers": [{ "name": "A+", "customers": 9, "reads": ["B"] }, { "name": "B" }], "rank": 3 }""");

        var regimes = RegimeArgument.ReadAll([path, $"{path}+own+rank=5", $"customers=4+{path}"], Market("customers=7"));

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

        var regimes = RegimeArgument.ReadAll(["own", "Arte:Disney+"], market);

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
        RegimeArgument.ReadAll([text, "recommender=random+drift=7"], Scenario.Empty)[0];

    private static Scenario Market(string settings) => settings.Split(' ').Select(setting => setting.Split('=')).Aggregate(
        Scenario.Empty, (market, setting) => market.With(Settings.Find(setting[0])!, setting[1]));
}
