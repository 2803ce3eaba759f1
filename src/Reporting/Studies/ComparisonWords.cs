using MovieChain.Experiments;
using static System.FormattableString;

namespace MovieChain.Reporting.Studies;

/// <summary>Notes on the figures of a comparison.</summary>
internal static class ComparisonWords
{
    /// <summary>How a regime is called in columns: A is the baseline.</summary>
    public static string Letter(int regime) => $"{(char)('A' + regime)}";

    /// <summary>Writes what was compared, and how.</summary>
    public static void WriteHead(Heading heading, Comparison comparison)
    {
        var (settings, regimes) = (comparison.Settings, comparison.Regimes);
        for (var i = 0; i < regimes.Length; i++)
        {
            heading.Write(Letter(i), i == 0 ? $"{regimes[i].Name}, the baseline" : regimes[i].Name);
        }

        WriteDifferences(heading, comparison);
        heading.Write("Market", regimes.All(regime => StudyWords.Market(regime.Options) == StudyWords.Market(regimes[0].Options))
            ? StudyWords.Market(regimes[0].Options)
            : Invariant($"{StudyWords.Weeks(regimes[0].Options)}; {string.Join(", ", regimes[0].Options.Providers.Select(provider => provider.Name))}, whose members differ between regimes"));
        StudyWords.WriteSettings(heading, MarketStatement.Unusual(comparison.Options));
        heading.Write("Replications", $"{Made(comparison)}; {StudyWords.Seeds(settings, "regimes")}");
        heading.Write("Intervals", StudyWords.Intervals(settings) + (settings.HalfWidth is null || !comparison.AreNarrow
            ? ""
            : ". Stopping early makes coverage slightly lower than stated"));
        heading.WriteAll("Warning", StudyNotes.OnIntervals(settings, comparison.Replications.Length));
        for (var i = 0; i < comparison.Tunings.Length; i++)
        {
            heading.Write($"Tuned {Letter(i)}", Of(comparison.Tunings[i]));
        }
    }

    /// <summary>Writes warnings and how to read the figures.</summary>
    public static void WriteFoot(Heading heading, Comparison comparison, int decimals)
    {
        foreach (var below in comparison.BelowRandom)
        {
            var provider = comparison.Regimes[below.Regime].Options.Providers[below.Provider].Name;
            heading.Write(
                "Warning",
                $"under {Letter(below.Regime)}, {provider} earned {StudyWords.Amount(below.Mean, decimals)}, less than random slates would have: {StudyWords.Amount(below.Random, decimals)}");
        }

        if (!comparison.PlacebosHold)
        {
            heading.Write("Fault", "the regimes differ for a provider that they cannot affect. This is a bug of the program: do not trust its figures");
        }

        heading.WriteAll("Note", StudyNotes.On(comparison));
        heading.Write("Verdict", "gain or loss: p is below 0.05, adjusted by Holm over the rows of a table that are not placebos. Undecided: these replications do not "
            + "show a difference; there may be one. The p of Together and the intervals are not adjusted");
        if (comparison.Pairs.Any(pair => pair.Horizons[0].Providers.Any(row => row.IsPlacebo)))
        {
            heading.Write("Placebo", "the regimes cannot affect this provider: its profit must be equal in every replication, to the last unit");
        }

        heading.Write("Gap closed", "difference / (oracle - baseline), where both regimes have the same oracle");
        heading.Write("Overlap", "sum over films of the smaller of the two exposures in a week, as a share of a slate");
        heading.Write("Pairing", "variance ratio: how many times as many replications independent seeds would need for the same interval. "
            + "±10 %: half-width of the interval as a share of the difference");
    }

    /// <summary>Writes each setting in which the regimes differ, with its value in each regime on which it acts.</summary>
    private static void WriteDifferences(Heading heading, Comparison comparison)
    {
        var name = "Differ in";
        foreach (var difference in comparison.Differences)
        {
            var values = difference.Values.Select((value, regime) => value is null ? null : $"{Letter(regime)} {value}").OfType<string>();
            heading.Write(name, $"{difference.Setting.Name}: {string.Join("; ", values)}");
            name = "";
        }
    }

    private static string Made(Comparison comparison) => comparison.Settings.HalfWidth is { } target
        ? Invariant($"{comparison.Replications.Length:N0} of {comparison.Settings.Replications:N0} at most, {(comparison.AreNarrow ? "until" : "before")} every interval's half-width is {100 * target:0.##} % or less of the baseline's profit")
            + (comparison.AreNarrow ? "" : ". More are needed for that")
        : Invariant($"{comparison.Replications.Length:N0}");

    private static string Of(TunedRegime tuning) => tuning is { Profit: { } profit, ProfitBefore: { } before }
        ? Invariant($"to {string.Join(", ", tuning.Chosen.Select(setting => $"{setting.Name} {setting.TextOf(tuning.Options)}"))}: of {tuning.Tried} settings tried on {tuning.Seeds} other seeds, the most profitable: ")
            + Invariant($"{profit:N0} together, {before:N0} before")
        : "its recommender has no settings to tune";
}
