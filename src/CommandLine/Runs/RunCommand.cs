using System.CommandLine;
using MovieChain.CommandLine.Markets;
using MovieChain.Ledger;
using MovieChain.Reporting.Runs;
using MovieChain.Simulation;

namespace MovieChain.CommandLine.Runs;

/// <summary>The command that runs a simulation and prints its report.</summary>
internal sealed class RunCommand
{
    private readonly MarketOptions _market = new(Settings.All);
    private readonly Option<int?> _threads = OptionOf.Threads();

    private readonly Option<string?> _keys = new("--keys")
    {
        HelpName = "FOLDER",
        Description = "Write each provider's keys, and the members' secrets granted to it, into this folder",
    };

    private readonly FormatOption _format = new(ReportFormat.Table, ReportFormat.Csv, ReportFormat.Json);

    private readonly Option<string?> _chain = new("--chain")
    {
        HelpName = "FILE",
        Description = "Write the chain to this file, block by block; it must not exist unless --resume is given",
    };

    private readonly Option<bool> _resume = new("--resume") { Description = "Continue the run whose chain is in the file of --chain" };

    private readonly Option<bool> _noLock = new("--no-lock")
    {
        Description = "Write the file of --chain though its file system has no locks; no other run may write it at the same time",
    };

    private readonly Option<bool> _noProgress = CommandParts.NoProgress();

    /// <summary>The root command.</summary>
    public RootCommand Create()
    {
        var command = new RootCommand("Simulates streaming providers that share customer data on a blockchain, and reports what each of them earns.")
            .Complete([.. _market.All, _keys, _chain, _resume, _noLock, _threads, _format.Option, _noProgress], Run);
        HelpExamples.AddTo(command);
        return command;
    }

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var options = _market.Read(parsed).ToOptions();
        var keys = parsed.GetValue(_keys) is { } folder ? KeyFiles.Plan(folder, options, parsed.GetValue(_chain)) : null;
        var workers = new Workers(parsed.ThreadsOf(_threads), cancellation);
        var result = Simulate(parsed, options, workers);
        _format.Write(
            parsed, console => TableReport.Write(console, result), output => JsonReport.Write(output, result), output => CsvReport.Write(output, result));

        // After the report, so that a full disk does not cost a long run its answer.
        keys?.Write(result);
        return result.Fault is null ? ExitCode.Success : ExitCode.InvalidChain;
    }

    private SimulationResult Simulate(ParseResult parsed, SimulationOptions options, Workers workers)
    {
        var isShown = !parsed.GetValue(_noProgress);
        var resumes = parsed.GetValue(_resume);
        var needsLock = !parsed.GetValue(_noLock);
        if (parsed.GetValue(_chain) is not { } path)
        {
            return (resumes, needsLock) switch
            {
                (true, _) => throw new InvalidInputException("--resume: needs --chain FILE, which holds the chain to continue"),
                (_, false) => throw new InvalidInputException("--no-lock: needs --chain FILE, which is written without a lock"),
                _ => WeekProgress.Run(options, workers, new Miner(workers), isShown),
            };
        }

        using var session = resumes
            ? ChainSession.Resume(path, needsLock, options, workers, parsed.InvocationConfiguration.Error, isShown)
            : ChainSession.Begin(path, needsLock, workers);
        return session.Run(maker => WeekProgress.Run(options, workers, maker, isShown));
    }
}
