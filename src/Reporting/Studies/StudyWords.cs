using System.Collections.Immutable;
using System.Globalization;
using MovieChain.Experiments;
using MovieChain.Simulation;
using Spectre.Console;

namespace MovieChain.Reporting.Studies;

/// <summary>How the reports of studies write what they have in common.</summary>
internal static class StudyWords
{
    /// <summary>What stands where there is nothing to say.</summary>
    public const string Nothing = "-";

    /// <summary>How the row of all providers is called.</summary>
    public const string Together = "Together";

    /// <summary>A name in a title or a row has no more columns.</summary>
    private const int MaxNameColumns = 32;

    /// <summary>Of fewer replications the bootstrap is too sure of itself. Of normal values it finds a mean that is 0 to be another in 7 % of
    /// the samples of 20, in 10 % of those of 10, in 16 % of those of 5 and, as one sign will do, in half of those of 2; t does in 5 %.</summary>
    private const int FewForBootstrap = 20;

    /// <summary>The method as users write it.</summary>
    public static string Key(IntervalMethod method) => method == IntervalMethod.Bca ? "bca" : "t";

    /// <summary>The verdict as documents write it.</summary>
    public static string Key(Verdict verdict) => char.ToLowerInvariant($"{verdict}"[0]) + $"{verdict}"[1..];

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

    /// <summary>How the intervals were found, and how far they are to be trusted.</summary>
    /// <param name="settings">How the study was made.</param>
    /// <param name="replications">How many replications were made.</param>
    public static string Intervals(StudySettings settings, int replications) => settings.Interval == IntervalMethod.Bca
        ? "95 %, by the bias-corrected and accelerated bootstrap (BCa) of the replications"
            + (replications < FewForBootstrap ? $". Of fewer than {FewForBootstrap} replications they are too narrow, and p too low: --interval t is safe" : "")
        : "95 %, by Student's t over the replications";

    /// <summary>Where the seeds come from.</summary>
    public static string Seeds(StudySettings settings) => string.Create(
        CultureInfo.InvariantCulture, $"a replication's seed derives from --seed {settings.Seed} and its number; all that is compared runs on it");

    /// <summary>The market in a few words.</summary>
    public static string Market(SimulationOptions options) => string.Create(
        CultureInfo.InvariantCulture, $"{Weeks(options)}; {string.Join(", ", options.Providers.Select(provider => $"{provider.Name} with {provider.Customers:N0} members"))}");

    /// <summary>How long the runs are.</summary>
    public static string Weeks(SimulationOptions options) => options.Weeks == 1 ? "1 week" : string.Create(CultureInfo.InvariantCulture, $"{options.Weeks} weeks");

    /// <summary>Adds what all markets of a study have in common that is not as by default, if there is any.</summary>
    public static void AddSettings(Facts facts, ImmutableArray<SimulationOptions> markets)
    {
        if (string.Join(", ", MarketStatement.Unusual(markets).Select(pair => $"{pair.Key} {pair.Value}")) is { Length: > 0 } settings)
        {
            facts.Add("Settings", settings);
        }
    }

    /// <summary>A share in percent.</summary>
    public static string Percent(double? fraction) => fraction is { } value ? (100 * value).ToString("F1", CultureInfo.InvariantCulture) : Nothing;

    private static string ColourOf(Verdict verdict) => verdict switch
    {
        Verdict.Gain => "green",
        Verdict.Loss => "red",
        Verdict.BrokenPlacebo => "red bold",
        _ => "grey",
    };
}
