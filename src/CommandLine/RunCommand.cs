using System.CommandLine;
using MovieChain.Ledger;
using MovieChain.Reporting.Runs;
using MovieChain.Simulation;

namespace MovieChain.CommandLine;

/// <summary>The command that runs a simulation and prints its report.</summary>
internal sealed class RunCommand
{
    private readonly MarketOptions _market = new();
    private readonly Option<int?> _difficulty = OptionOf.Range("--difficulty", OptionRanges.Difficulty);
    private readonly Option<int?> _threads = OptionOf.Range("--threads", OptionRanges.Threads, shownDefault: "all cores");

    private readonly Option<bool> _noSeal = new("--no-seal")
    {
        Description = "Leave records on the chain in the clear, for speed; slates, orders and profits are the same",
    };

    private readonly Option<string?> _keys = new("--keys")
    {
        HelpName = "FOLDER",
        Description = "Write each provider's keys and the members' secrets that it was handed out into this folder",
    };

    private readonly Option<ReportFormat?> _format =
        OptionOf.Choice("--format", [.. Enum.GetNames<ReportFormat>().Select(name => name.ToLowerInvariant())], ReportFormat.Table, "What the report looks like");

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
        var command = new RootCommand("Simulates streaming providers that share customer data on a blockchain, and reports what each of them earns.");
        foreach (var option in (IEnumerable<Option>)[.. _market.All, _difficulty, _noSeal, _keys, _chain, _resume, _threads, _format, _noProgress])
        {
            command.Add(option);
        }

        command.SetAction((parsed, cancellation) => Task.Run(() => Run(parsed, cancellation), CancellationToken.None));
        HelpExamples.AddTo(command);
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var said = new Settings { Difficulty = parsed.GetValue(_difficulty), Seal = parsed.GetValue(_noSeal) ? false : null };
        var options = said.Over(_market.Read(parsed)).ToOptions();
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
}
