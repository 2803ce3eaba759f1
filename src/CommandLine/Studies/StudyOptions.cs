using System.CommandLine;
using MovieChain.Experiments;
using MovieChain.Simulation;
using Spectre.Console;

namespace MovieChain.CommandLine.Studies;

/// <summary>The options that say how a study is made and reported, for all commands that make one.</summary>
/// <param name="replications">How many replications a study has when nothing is said.</param>
internal sealed class StudyOptions(int replications)
{
    /// <summary>How many there are at most where a study ends as soon as its intervals are narrow.</summary>
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

    /// <summary>How the study is made.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="seed">The study's root.</param>
    /// <param name="halfWidth">The half-width at which it ends, as a fraction; null where all replications are made.</param>
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
