using System.CommandLine;
using MovieChain.Experiments;
using MovieChain.Simulation;
using Spectre.Console;

namespace MovieChain.CommandLine;

/// <summary>The options that say how a study is made and reported, for all commands that make one.</summary>
/// <param name="replications">How many replications a study has when nothing is said.</param>
internal sealed class StudyOptions(int replications)
{
    /// <summary>How many there are at most where a study ends as soon as its intervals are narrow.</summary>
    public const int MostReplications = 1000;

    private readonly Option<int?> _replications =
        OptionOf.Range("--replications", new OptionRange<int>("replications", 2, 10_000, replications, "Seeds that everything that is compared runs on"));

    private readonly Option<IntervalMethod?> _interval =
        OptionOf.Choice("--interval", ["t", "bca"], IntervalMethod.T, "How intervals are found: by Student's t, or by the BCa bootstrap");

    private readonly Option<int?> _threads = OptionOf.Range("--threads", OptionRanges.Threads, shownDefault: "all cores");

    private readonly Option<ReportFormat?> _format =
        OptionOf.Choice("--format", [.. Enum.GetNames<ReportFormat>().Select(name => name.ToLowerInvariant())], ReportFormat.Table, "What the report looks like");

    private readonly Option<bool> _noProgress = new("--no-progress") { Description = "Show no progress bar" };

    /// <summary>All of them, in the order of the help.</summary>
    public IReadOnlyList<Option> All => [_replications, _interval, _threads, _format, _noProgress];

    /// <summary>How the study is made.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="seed">The study's root.</param>
    /// <param name="halfWidth">The half-width at which it ends, as a fraction; null where all replications are made.</param>
    public StudySettings Read(ParseResult parsed, long seed, double? halfWidth = null) => new(
        seed,
        parsed.GetValue(_replications) ?? (halfWidth is null ? replications : MostReplications),
        halfWidth,
        parsed.GetValue(_interval) ?? IntervalMethod.T);

    /// <summary>Makes a study under progress bars, unless nobody watches.</summary>
    public T Run<T>(ParseResult parsed, Func<Workers, IProgress<StudyProgress>?, T> study, CancellationToken cancellation)
    {
        var workers = new Workers(parsed.GetValue(_threads) ?? OptionRanges.Threads.Default, cancellation);
        return PhaseProgress.Run(!parsed.GetValue(_noProgress), progress => study(workers, progress));
    }

    /// <summary>Writes the report in the format that was asked for.</summary>
    public void Report(ParseResult parsed, Action<TextWriter> writeCsv, Action<TextWriter> writeJson, Action<IAnsiConsole> writeTable)
    {
        var output = parsed.InvocationConfiguration.Output;
        switch (parsed.GetValue(_format) ?? ReportFormat.Table)
        {
            case ReportFormat.Csv:
                writeCsv(output);
                break;
            case ReportFormat.Json:
                writeJson(output);
                break;
            default:
                Terminal.Write(output, writeTable);
                break;
        }
    }
}
