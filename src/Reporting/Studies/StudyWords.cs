using System.Collections.Immutable;
using System.Globalization;
using MovieChain.Experiments;
using MovieChain.Simulation;
using Spectre.Console;
using static System.FormattableString;

namespace MovieChain.Reporting.Studies;

/// <summary>Texts and formats that reports of studies share.</summary>
internal static class StudyWords
{
    /// <summary>The row of all providers.</summary>
    public const string Together = "Together";

    /// <summary>The row of the records of all owners.</summary>
    public const string AllOwners = "All owners";

    /// <summary>The row of the mean over all pairs of providers.</summary>
    public const string MeanOfPairs = "Mean of all pairs";

    /// <summary>The rows that stand among those of the providers, whose names no provider may have.</summary>
    public static ImmutableArray<string> RowNames { get; } = [Together, AllOwners, MeanOfPairs];

    /// <summary>A name in a title or a row has no more columns.</summary>
    private const int MaxNameColumns = 64;

    /// <summary>The verdict in words.</summary>
    public static string Words(Verdict verdict) => verdict switch
    {
        Verdict.Gain => "gain",
        Verdict.Loss => "loss",
        Verdict.Placebo => "placebo, exactly 0",
        Verdict.BrokenPlacebo => "PLACEBO NOT 0",
        _ => "undecided",
    };

    /// <summary>The verdict in words and colour, as markup.</summary>
    public static string Marked(Verdict verdict) => $"[{ColourOf(verdict)}]{Words(verdict)}[/]";

    /// <summary>The markup of an estimate by itself: green above zero and red below where its interval excludes zero, which a star says too.</summary>
    public static string Marked(Estimate estimate, string text) =>
        estimate.Low > 0 ? $"[green]{text} *[/]" : estimate.High < 0 ? $"[red]{text} *[/]" : $"{text}  ";

    /// <summary>A name from outside as markup, shortened where it is long.</summary>
    public static string Name(string name) => Markup.Escape(Printable.Shorten(Printable.Of(name), MaxNameColumns));

    /// <summary>Decimals of amounts: one where the smallest is below 10,000.</summary>
    public static int DecimalsFor(double smallest) => smallest < 10_000 ? 1 : 0;

    /// <summary>An amount of money.</summary>
    public static string Amount(double value, int decimals) => value.ToString($"N{decimals}", CultureInfo.InvariantCulture);

    /// <summary>A change of an amount, with its sign.</summary>
    public static string Change(double value, int decimals)
    {
        var digits = decimals == 0 ? "#,##0" : $"#,##0.{new string('0', decimals)}";
        return value.ToString($"+{digits};-{digits};{digits}", CultureInfo.InvariantCulture);
    }

    /// <summary>The ends of an interval.</summary>
    public static string Interval(Estimate estimate, int decimals) => $"{Change(estimate.Low, decimals)} to {Change(estimate.High, decimals)}";

    /// <summary>The method of the intervals.</summary>
    public static string Intervals(StudySettings settings) => settings.Interval == IntervalMethod.Bca
        ? "95 %, by the bias-corrected and accelerated bootstrap (BCa) of the replications"
        : "95 %, by Student's t over the replications";

    /// <summary>Where the seeds of the replications come from.</summary>
    /// <param name="settings">How the study is made.</param>
    /// <param name="compared">What runs on the same seeds.</param>
    public static string Seeds(StudySettings settings, string compared) =>
        Invariant($"a replication's seed derives from --seed {settings.Seed} and its number; all {compared} run on the same seeds");

    /// <summary>The market in a few words.</summary>
    public static string Market(SimulationOptions options) =>
        Invariant($"{Weeks(options)}; {string.Join(", ", options.Providers.Select(provider => $"{provider.Name} with {provider.Customers:N0} members"))}");

    public static string Weeks(SimulationOptions options) => options.Weeks == 1 ? "1 week" : Invariant($"{options.Weeks} weeks");

    /// <summary>Writes settings that differ from the defaults and are common to all markets of a study.</summary>
    public static void WriteSettings(Heading heading, IEnumerable<(Setting Setting, string Text)> unusual)
    {
        if (string.Join(", ", unusual.Select(value => $"{value.Setting.Name} {value.Text}")) is { Length: > 0 } settings)
        {
            heading.Write("Settings", settings);
        }
    }

    private static string ColourOf(Verdict verdict) => verdict switch
    {
        Verdict.Gain => "green",
        Verdict.Loss => "red",
        Verdict.BrokenPlacebo => "red bold",
        _ => "grey",
    };
}
