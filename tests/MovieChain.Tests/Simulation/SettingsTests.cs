using System.Reflection;
using System.Text.Json;
using MovieChain.CommandLine.Markets;
using MovieChain.Simulation;
using MovieChain.Tests.CommandLine;

namespace MovieChain.Tests.Simulation;

/// <summary>A row of the table of settings is all that a setting needs to be read, written and stated.</summary>
public sealed class SettingsTests
{
    /// <summary>A value of each setting that is not its default.</summary>
    private static readonly Dictionary<string, string> _examples = new()
    {
        ["weeks"] = "3",
        ["difficulty"] = "1",
        ["seed"] = "77",
        ["customers"] = "5",
        ["films"] = "40",
        ["slate"] = "4",
        ["consent"] = "0.25",
        ["privacyStrictness"] = "0.5",
        ["drift"] = "2.5",
        ["access"] = "Hulu:Prime",
        ["seal"] = "false",
        ["revoke"] = "0.5@2",
        ["recommender"] = "random",
        ["rank"] = "8",
        ["regularization"] = "2.5",
        ["sharedAudience"] = "0.5",
        ["weeklyBudget"] = "30",
        ["repeat"] = "once",
        ["arrivals"] = "2",
    };

    public static TheoryData<string> Names => [.. Settings.All.Select(setting => setting.Name)];

    [Fact]
    public void Every_property_of_the_options_has_a_row_and_every_row_a_property() => Assert.Equal(
        typeof(SimulationOptions).GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Select(property => property.Name)
            .Except([nameof(SimulationOptions.Providers), nameof(SimulationOptions.ProviderNames)])
            .Append("Customers")
            .Order(StringComparer.Ordinal),
        Settings.All.Select(setting => char.ToUpperInvariant(setting.Name[0]) + setting.Name[1..]).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_value_that_is_applied_is_the_value_that_is_read(string name)
    {
        var setting = Settings.Find(name)!;
        var options = setting.Apply(new SimulationOptions(), _examples[name]);

        Assert.Equal(_examples[name], setting.TextOf(options));
        Assert.False(setting.IsSame(options, new SimulationOptions()));
        Assert.Equal([setting], Settings.All.Where(each => !each.IsDefault(options)));
        Assert.All(Settings.All.Where(other => other != setting), other => Assert.True(other.IsSame(options, new SimulationOptions())));
    }

    [Theory]
    [InlineData(1, "own", true)]
    [InlineData(2, "own", false)]
    [InlineData(2, "notebook", true)]
    [InlineData(2, "B:A", true)]
    [InlineData(2, "A:B", false)]
    [InlineData(2, "all", false)]
    public void The_default_access_is_that_of_the_providers_there_are(int providers, string access, bool isDefault)
    {
        var options = new SimulationOptions { Providers = [.. "AB".Take(providers).Select(name => new ProviderPlan($"{name}", 5))] };
        Assert.Equal(isDefault, Settings.Access.IsDefault(Settings.Access.Apply(options, access)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_command_line_a_scenario_and_a_regime_say_the_same(string name)
    {
        var setting = Settings.Find(name)!;
        var market = new MarketOptions(Settings.All);
        var command = new System.CommandLine.RootCommand();
        market.All.ToList().ForEach(command.Add);
        string[] arguments = setting is FlagSetting flag ? [flag.OffOptionName] : [setting.OptionName, _examples[name]];

        Assert.Equal(_examples[name], market.Read(command.Parse(arguments)).Values[setting]);
        if (setting != Settings.Seed)
        {
            Assert.Equal(_examples[name], setting.TextOf(RegimeArgument.ReadAll([$"{name}={_examples[name]}", "films=30"], Scenario.Empty, Scenario.Empty)[0].Options));
        }
    }

    [Fact]
    public async Task A_document_states_every_setting_and_what_it_states_is_a_scenario()
    {
        using var folder = new MovieChain.Tests.Ledger.ChainFolder();
        var report = (await Invocation.RunAsync("--weeks 2 --customers 4 --difficulty 0 --format json --weekly-budget 9 --revoke 0.5@1")).AssertSucceeded();
        var options = JsonElement.Parse(report).GetProperty("options");
        Assert.Equal(Settings.All.Select(setting => setting.Name), options.EnumerateObject().Select(property => property.Name));

        File.WriteAllText(folder.PathOf("again.json"), options.GetRawText());
        Assert.Equal(report, (await Invocation.RunAsync("--scenario", folder.PathOf("again.json"), "--format", "json")).AssertSucceeded());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Genesis_states_what_decides_blocks_and_is_read_back(string name)
    {
        var setting = Settings.Find(name)!;
        var options = setting.Apply(new SimulationOptions(), _examples[name]);
        var stated = GenesisStatement.PairsOf(options).ToLookup(pair => pair.Key, pair => pair.Value)[name].FirstOrDefault();

        Assert.Equal(setting.Stated == Statement.Never && setting != Settings.Customers ? null : _examples[name], stated);
    }

    [Fact]
    public void The_settings_that_a_recommender_has_are_in_the_table_and_can_be_tuned() => Assert.All(
        Recommenders.All.SelectMany(recommender => recommender.Settings), name => Assert.NotEmpty(Settings.Find(name)!.TuningValues));
}
