using System.Collections.Immutable;
using System.CommandLine;
using MovieChain.Simulation;

namespace MovieChain.CommandLine.Markets;

/// <summary>The options for the settings of a simulation, for all commands that run one.</summary>
internal sealed class MarketOptions
{
    private readonly Option<string?> _scenario = new("--scenario")
    {
        HelpName = "FILE",
        Description = "JSON file of settings and providers; options given here override it; - is standard input",
    };

    private readonly List<(Setting Setting, Option Option, bool IsList)> _options;
    private readonly ImmutableArray<string> _lists;

    /// <param name="settings">The settings that the command takes.</param>
    /// <param name="listed">Those of them that may have several values, separated by commas.</param>
    public MarketOptions(IEnumerable<Setting> settings, Func<Setting, bool>? listed = null)
    {
        _options =
        [
            .. from setting in settings
               let isList = listed?.Invoke(setting) == true
               select (setting, OptionFor(setting, isList), isList),
        ];
        _lists = [.. _options.Where(row => row.IsList).Select(row => row.Option.Name)];
    }

    /// <summary>The settings of a study: how the chain is kept decides nothing there.</summary>
    public static IEnumerable<Setting> OfStudies => Settings.All.Where(setting => setting.Scope > Scope.Chain);

    /// <summary>All options, in the order of the help.</summary>
    public IReadOnlyList<Option> All => [.. _options.Select(row => row.Option), _scenario];

    /// <summary>What the user has said on the command line, and where that is nothing in the scenario file. Options with several values are left out.</summary>
    /// <exception cref="RefusalException">The scenario file cannot be read or does not hold a scenario.</exception>
    public Scenario Read(ParseResult parsed) => ReadOptions(parsed).Over(ReadFile(parsed));

    /// <summary>What the user has said on the command line. Options with several values are left out.</summary>
    public Scenario ReadOptions(ParseResult parsed)
    {
        var said = Scenario.Empty;
        foreach (var (setting, option, _) in _options.Where(row => !row.IsList))
        {
            var text = option is Option<bool> off ? (parsed.GetValue(off) ? FlagSetting.Off : null) : parsed.GetValue((Option<string?>)option);
            said = text is null ? said : said.With(setting, text, option.Name);
        }

        return said;
    }

    /// <summary>Settings of the scenario file; empty without one.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read or does not hold a scenario.</exception>
    public Scenario ReadFile(ParseResult parsed) => parsed.GetValue(_scenario) is { } path ? ScenarioFile.Read(path) : Scenario.Empty;

    /// <summary>The values that an option with several was given; null where it was not given.</summary>
    public string[]? ReadList(ParseResult parsed, Setting setting) =>
        parsed.GetValue((Option<string?>)_options.First(row => row.Setting == setting).Option)?.Split(',', StringSplitOptions.TrimEntries);

    private Option OptionFor(Setting setting, bool isList)
    {
        if (setting is FlagSetting flag)
        {
            return new Option<bool>(flag.OffOptionName) { Description = flag.Meaning };
        }

        var option = new Option<string?>(setting.OptionName)
        {
            HelpName = isList ? $"{setting.Values},..." : setting.Values,
            Description = $"{setting.Meaning} [default: {setting.ShownDefault ?? setting.DefaultText}]",
        };
        if (!isList)
        {
            option.Validators.Add(given =>
            {
                if (setting.FindRefusal(setting.OptionName, given.Tokens[0].Value) is { } refusal)
                {
                    given.AddError(refusal + WhereSeveral(setting, given.Tokens[0].Value));
                }
            });
        }

        return option;
    }

    /// <summary>Where several values of a setting can be given, for a refusal of a list; empty if the text is not a list.</summary>
    private string WhereSeveral(Setting setting, string text) =>
        !OneValue.IsList(text, setting.Allows) ? ""
        : !_lists.IsEmpty ? $"; one of {string.Join(", ", _lists)} may have several"
        : setting.Scope > Scope.Chain && setting != Settings.Seed && setting != Settings.Weeks
            ? $"; to compare several: compare {string.Join(' ', text.Split(',', StringSplitOptions.TrimEntries).Select(value => $"{setting.Name}={value}"))}"
            : "";
}
