using System.CommandLine;
using System.Numerics;
using MovieChain.Reporting;
using MovieChain.Simulation;

namespace MovieChain.CommandLine;

/// <summary>The command that runs a simulation and prints its report.</summary>
internal sealed class RunCommand
{
    private readonly Option<int?> _weeks = Ranged("--weeks", OptionRanges.Weeks);
    private readonly Option<int?> _difficulty = Ranged("--difficulty", OptionRanges.Difficulty);
    private readonly Option<long?> _seed = Ranged("--seed", OptionRanges.Seed);
    private readonly Option<int?> _customers = Ranged("--customers", OptionRanges.Customers);
    private readonly Option<int?> _films = Ranged("--films", OptionRanges.Films);
    private readonly Option<int?> _slate = Ranged("--slate", OptionRanges.Slate);
    private readonly Option<double?> _consent = Ranged("--consent", OptionRanges.Consent);
    private readonly Option<double?> _privacyStrictness = Ranged("--privacy-strictness", OptionRanges.PrivacyStrictness);
    private readonly Option<double?> _drift = Ranged("--drift", OptionRanges.Drift);
    private readonly Option<int?> _rank = Ranged("--rank", OptionRanges.Rank);
    private readonly Option<int?> _threads = Ranged("--threads", OptionRanges.Threads, shownDefault: "all cores");

    private readonly Option<string?> _access = new("--access")
    {
        HelpName = "own|notebook|all|READER:OWNER,...",
        Description = "Who reads whose records besides its own; notebook: those of all providers listed before it [default: notebook]",
    };

    private readonly Option<RecommenderKind?> _recommender = OneOf("--recommender", RecommenderNames.All, RecommenderKind.Mf, "What decides the slates");

    private readonly Option<ReportFormat?> _format =
        OneOf("--format", [.. Enum.GetNames<ReportFormat>().Select(name => name.ToLowerInvariant())], ReportFormat.Table, "What the report looks like");

    private readonly Option<string?> _scenario = new("--scenario")
    {
        HelpName = "FILE",
        Description = "JSON file of settings and providers; options given here override it",
    };

    private readonly Option<bool> _noProgress = new("--no-progress") { Description = "Show no progress bar" };

    /// <summary>The root command.</summary>
    public RootCommand Create()
    {
        var command = new RootCommand("Simulates streaming providers that share customer data on a blockchain, and reports what each of them earns.")
        {
            _weeks, _difficulty, _seed, _customers, _films, _slate, _consent, _privacyStrictness, _drift, _access, _recommender, _rank,
            _scenario, _threads, _format, _noProgress,
        };
        command.SetAction((parsed, cancellation) => Task.Run(() => Run(parsed, cancellation), CancellationToken.None));
        HelpExamples.AddTo(command);
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var said = Read(parsed);
        var settings = parsed.GetValue(_scenario) is { } path ? said.Over(ScenarioFile.Read(path)) : said;
        var workers = new Workers(parsed.GetValue(_threads) ?? OptionRanges.Threads.Default, cancellation);
        var result = WeekProgress.Run(settings.ToOptions(), workers, isShown: !parsed.GetValue(_noProgress));

        var output = parsed.InvocationConfiguration.Output;
        switch (parsed.GetValue(_format) ?? ReportFormat.Table)
        {
            case ReportFormat.Csv:
                CsvReport.Write(output, result);
                break;
            case ReportFormat.Json:
                JsonReport.Write(output, result);
                break;
            default:
                Terminal.Write(output, console => TableReport.Write(console, result));
                break;
        }

        return result.Fault is null ? ExitCode.Success : ExitCode.InvalidChain;
    }

    private Settings Read(ParseResult parsed) => new()
    {
        Weeks = parsed.GetValue(_weeks),
        Difficulty = parsed.GetValue(_difficulty),
        Seed = parsed.GetValue(_seed),
        Customers = parsed.GetValue(_customers),
        Films = parsed.GetValue(_films),
        Slate = parsed.GetValue(_slate),
        Consent = parsed.GetValue(_consent),
        PrivacyStrictness = parsed.GetValue(_privacyStrictness),
        Drift = parsed.GetValue(_drift),
        Recommender = parsed.GetValue(_recommender),
        Rank = parsed.GetValue(_rank),
        Access = parsed.GetValue(_access),
    };

    private static Option<T?> Ranged<T>(string name, OptionRange<T> range, string? shownDefault = null)
        where T : struct, INumber<T> => new(name)
        {
            HelpName = $"{range.Min}..{range.Max}",
            Description = $"{range.Meaning} [default: {shownDefault ?? range.Default.ToString()}]",
            CustomParser = argument =>
            {
                if (range.TryParse(argument.Tokens[0].Value, out var value))
                {
                    return value;
                }

                argument.AddError($"{name} {argument.Tokens[0].Value}: must be {range.Allowed}");
                return null;
            },
        };

    private static Option<T?> OneOf<T>(string name, IReadOnlyList<string> allowed, T byDefault, string meaning)
        where T : struct, Enum => new(name)
        {
            HelpName = string.Join('|', allowed),
            Description = $"{meaning} [default: {byDefault.ToString().ToLowerInvariant()}]",
            CustomParser = argument =>
            {
                // Enum.TryParse alone would take any number.
                if (allowed.Contains(argument.Tokens[0].Value))
                {
                    return Enum.Parse<T>(argument.Tokens[0].Value, ignoreCase: true);
                }

                argument.AddError($"{name} {argument.Tokens[0].Value}: must be one of {string.Join(", ", allowed)}");
                return null;
            },
        };
}
