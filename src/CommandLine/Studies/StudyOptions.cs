using System.CommandLine;
using MovieChain.Experiments;
using MovieChain.Simulation;
using Spectre.Console;

namespace MovieChain.CommandLine.Studies;

/// <summary>The options of all commands that run a study.</summary>
/// <param name="replications">The default number of replications.</param>
internal sealed class StudyOptions(int replications)
{
    /// <summary>The default limit of replications where a study stops as soon as its intervals are narrow.</summary>
    public const int MostReplications = 1000;

    private readonly Option<int?> _replications =
        OptionOf.Range("--replications", new OptionRange<int>("replications", 2, 10_000, replications, "Seeds that each regime runs on"));

    private readonly Option<IntervalMethod?> _interval =
        OptionOf.Choice("--interval", "Method of the intervals: Student's t, or the BCa bootstrap", IntervalMethod.T, IntervalMethod.Bca);

    private readonly Option<int?> _threads = OptionOf.Threads();

    private readonly FormatOption _format = new(ReportFormat.Table, ReportFormat.Csv, ReportFormat.Json);
    private readonly Option<bool> _noProgress = CommandParts.NoProgress();

    /// <summary>All of them, in the order of the help.</summary>
    public IReadOnlyList<Option> All => [_replications, _interval, _threads, _format.Option, _noProgress];

    /// <summary>The settings of the study.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="seed">The study's root seed.</param>
    /// <param name="halfWidth">The half-width at which it stops, as a fraction; null to run all replications.</param>
    public StudySettings Read(ParseResult parsed, long seed, double? halfWidth = null) => new(
        seed,
        parsed.GetValue(_replications) ?? (halfWidth is null ? replications : MostReplications),
        halfWidth,
        parsed.GetValue(_interval) ?? IntervalMethod.T);

    /// <summary>Runs a study under progress bars.</summary>
    public T Run<T>(ParseResult parsed, Func<Workers, IProgress<StudyProgress>?, T> study, CancellationToken cancellation)
    {
        var workers = new Workers(parsed.ThreadsOf(_threads), cancellation);
        return PhaseProgress.Run(!parsed.GetValue(_noProgress), progress => study(workers, progress));
    }

    /// <summary>Writes the report in the format that was asked for.</summary>
    public void Report(ParseResult parsed, Action<TextWriter> writeCsv, Action<TextWriter> writeJson, Action<IAnsiConsole> draw) =>
        _format.Write(parsed, draw, writeJson, writeCsv);
}
