using System.CommandLine;
using MovieChain.Simulation;

namespace MovieChain.CommandLine;

/// <summary>The options that say what the market is, for all commands that run it.</summary>
internal sealed class MarketOptions
{
    /// <summary>The name of the option that says who reads whom.</summary>
    public const string AccessName = "--access";

    private readonly Option<int?> _weeks = OptionOf.Range("--weeks", OptionRanges.Weeks);
    private readonly Option<long?> _seed = OptionOf.Range("--seed", OptionRanges.Seed);
    private readonly Option<int?> _customers = OptionOf.Range("--customers", OptionRanges.Customers);
    private readonly Option<int?> _films = OptionOf.Range("--films", OptionRanges.Films);
    private readonly Option<int?> _slate = OptionOf.Range("--slate", OptionRanges.Slate);
    private readonly Option<double?> _consent = OptionOf.Range("--consent", OptionRanges.Consent);
    private readonly Option<double?> _privacyStrictness = OptionOf.Range("--privacy-strictness", OptionRanges.PrivacyStrictness);
    private readonly Option<double?> _drift = OptionOf.Range("--drift", OptionRanges.Drift);
    private readonly Option<int?> _rank = OptionOf.Range("--rank", OptionRanges.Rank);

    private readonly Option<double?> _regularization = OptionOf.Range("--regularization", OptionRanges.Regularization);
    private readonly Option<double?> _sharedAudience = OptionOf.Range("--shared-audience", OptionRanges.SharedAudience);
    private readonly Option<int?> _weeklyBudget = OptionOf.Range("--weekly-budget", OptionRanges.WeeklyBudget, shownDefault: "none");
    private readonly Option<Repeat?> _repeat =
        OptionOf.Choice("--repeat", ["rent", "once"], Repeat.Rent, "Whether a film can be bought again every week, or once by each member");

    private readonly Option<int?> _arrivals = OptionOf.Range("--arrivals", OptionRanges.Arrivals);

    private readonly Option<string?> _access = new(AccessName)
    {
        HelpName = "own|notebook|all|READER:OWNER,...",
        Description = "Who reads whose records besides its own; notebook: those of all providers listed before it [default: notebook]",
    };

    private readonly Option<Revocation?> _revoke = new("--revoke")
    {
        HelpName = "FRACTION@WEEK",
        Description = "Fraction of the consenting members who withdraw in a week: nobody can read their records any more [default: nobody]",
        CustomParser = argument =>
        {
            if (Revocation.TryParse(argument.Tokens[0].Value) is { } revocation)
            {
                return revocation;
            }

            argument.AddError($"--revoke {argument.Tokens[0].Value}: must be {Revocation.Allowed}");
            return null;
        },
    };

    private readonly Option<Recommender?> _recommender = new("--recommender")
    {
        HelpName = string.Join('|', Recommenders.Names),
        Description = $"What decides the slates [default: {Recommenders.Mf.Name}]",
        CustomParser = argument =>
        {
            var name = argument.Tokens[0].Value;
            if (RecommenderNames.FindFault(name) is not { } fault)
            {
                return Recommenders.Find(name);
            }

            argument.AddError($"--recommender {name}: {fault}");
            return null;
        },
    };

    private readonly Option<string?> _scenario = new("--scenario")
    {
        HelpName = "FILE",
        Description = "JSON file of settings and providers; options given here override it",
    };

    /// <summary>All of them, in the order of the help.</summary>
    public IReadOnlyList<Option> All =>
    [
        _weeks, _seed, _customers, _films, _slate, _consent, _privacyStrictness, _drift, _access, _sharedAudience, _weeklyBudget,
        _repeat, _arrivals, _recommender, _rank, _regularization, _revoke, _scenario,
    ];

    /// <summary>What the user has said on the command line, and where that is nothing in the scenario file.</summary>
    /// <exception cref="InvalidInputException">The scenario file cannot be read or does not hold a scenario.</exception>
    public Settings Read(ParseResult parsed)
    {
        var said = new Settings
        {
            Weeks = parsed.GetValue(_weeks),
            Seed = parsed.GetValue(_seed),
            Customers = parsed.GetValue(_customers),
            Films = parsed.GetValue(_films),
            Slate = parsed.GetValue(_slate),
            Consent = parsed.GetValue(_consent),
            PrivacyStrictness = parsed.GetValue(_privacyStrictness),
            Drift = parsed.GetValue(_drift),
            Recommender = parsed.GetValue(_recommender),
            Rank = parsed.GetValue(_rank),
            Regularization = parsed.GetValue(_regularization),
            SharedAudience = parsed.GetValue(_sharedAudience),
            WeeklyBudget = parsed.GetValue(_weeklyBudget),
            Repeat = parsed.GetValue(_repeat),
            Arrivals = parsed.GetValue(_arrivals),
            Access = parsed.GetValue(_access),
            Revoke = parsed.GetValue(_revoke),
        };
        return parsed.GetValue(_scenario) is { } path ? said.Over(ScenarioFile.Read(path)) : said;
    }
}
