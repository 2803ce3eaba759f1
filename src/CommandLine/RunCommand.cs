using System.CommandLine;
using MovieChain.Ledger;
using MovieChain.Reporting;
using MovieChain.Simulation;

namespace MovieChain.CommandLine;

/// <summary>The command that runs a simulation and prints its report.</summary>
internal sealed class RunCommand
{
    private readonly Option<int?> _weeks = OptionOf.Range("--weeks", OptionRanges.Weeks);
    private readonly Option<int?> _difficulty = OptionOf.Range("--difficulty", OptionRanges.Difficulty);
    private readonly Option<long?> _seed = OptionOf.Range("--seed", OptionRanges.Seed);
    private readonly Option<int?> _customers = OptionOf.Range("--customers", OptionRanges.Customers);
    private readonly Option<int?> _films = OptionOf.Range("--films", OptionRanges.Films);
    private readonly Option<int?> _slate = OptionOf.Range("--slate", OptionRanges.Slate);
    private readonly Option<double?> _consent = OptionOf.Range("--consent", OptionRanges.Consent);
    private readonly Option<double?> _privacyStrictness = OptionOf.Range("--privacy-strictness", OptionRanges.PrivacyStrictness);
    private readonly Option<double?> _drift = OptionOf.Range("--drift", OptionRanges.Drift);
    private readonly Option<int?> _rank = OptionOf.Range("--rank", OptionRanges.Rank);
    private readonly Option<int?> _threads = OptionOf.Range("--threads", OptionRanges.Threads, shownDefault: "all cores");

    private readonly Option<string?> _access = new("--access")
    {
        HelpName = "own|notebook|all|READER:OWNER,...",
        Description = "Who reads whose records besides its own; notebook: those of all providers listed before it [default: notebook]",
    };

    private readonly Option<bool> _noSeal = new("--no-seal")
    {
        Description = "Leave records on the chain in the clear, for speed; slates, orders and profits are the same",
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

    private readonly Option<string?> _keys = new("--keys")
    {
        HelpName = "FOLDER",
        Description = "Write each provider's keys and the members' secrets that it was handed out into this folder",
    };

    private readonly Option<RecommenderKind?> _recommender =
        OptionOf.Choice("--recommender", RecommenderNames.All, RecommenderKind.Mf, "What decides the slates", RecommenderNames.FindFault);

    private readonly Option<ReportFormat?> _format =
        OptionOf.Choice("--format", [.. Enum.GetNames<ReportFormat>().Select(name => name.ToLowerInvariant())], ReportFormat.Table, "What the report looks like");

    private readonly Option<string?> _scenario = new("--scenario")
    {
        HelpName = "FILE",
        Description = "JSON file of settings and providers; options given here override it",
    };

    private readonly Option<string?> _chain = new("--chain")
    {
        HelpName = "FILE",
        Description = "File that the chain is kept in, block by block; it must not exist yet unless --resume is given",
    };

    private readonly Option<bool> _resume = new("--resume") { Description = "Continue the run whose chain is in the file of --chain" };

    private readonly Option<bool> _noProgress = new("--no-progress") { Description = "Show no progress bar" };

    /// <summary>The root command.</summary>
    public RootCommand Create()
    {
        var command = new RootCommand("Simulates streaming providers that share customer data on a blockchain, and reports what each of them earns.")
        {
            _weeks, _difficulty, _seed, _customers, _films, _slate, _consent, _privacyStrictness, _drift, _access, _recommender, _rank, _noSeal,
            _revoke, _keys, _scenario, _chain, _resume, _threads, _format, _noProgress,
        };
        command.SetAction((parsed, cancellation) => Task.Run(() => Run(parsed, cancellation), CancellationToken.None));
        HelpExamples.AddTo(command);
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var said = Read(parsed);
        var settings = parsed.GetValue(_scenario) is { } path ? said.Over(ScenarioFile.Read(path)) : said;
        var options = settings.ToOptions();
        var keys = parsed.GetValue(_keys) is { } folder ? KeyFiles.Plan(folder, options, parsed.GetValue(_chain)) : null;
        var workers = new Workers(parsed.GetValue(_threads) ?? OptionRanges.Threads.Default, cancellation);
        var result = Simulate(parsed, options, workers);
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

        // After the report: should the disk be full, a long run was not for nothing.
        keys?.Write(result);
        return result.Fault is null ? ExitCode.Success : ExitCode.InvalidChain;
    }

    private SimulationResult Simulate(ParseResult parsed, SimulationOptions options, Workers workers)
    {
        var isShown = !parsed.GetValue(_noProgress);
        var resumes = parsed.GetValue(_resume);
        if (parsed.GetValue(_chain) is not { } path)
        {
            return resumes
                ? throw new InvalidInputException("--resume: needs --chain FILE, which holds the chain to continue")
                : WeekProgress.Run(options, workers, new Miner(workers), isShown);
        }

        using var session = resumes
            ? ChainSession.Resume(path, options, workers, parsed.InvocationConfiguration.Error, isShown)
            : ChainSession.Begin(path, workers);
        return session.Run(maker => WeekProgress.Run(options, workers, maker, isShown));
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
        Seal = parsed.GetValue(_noSeal) ? false : null,
        Revoke = parsed.GetValue(_revoke),
    };
}
