using System.Collections.Immutable;
using System.Globalization;
using MovieChain.Experiments;
using MovieChain.Simulation;

namespace MovieChain.Reporting.Studies;

/// <summary>What a reader should know of a comparison besides its figures.</summary>
internal static class ComparisonWords
{
    /// <summary>How a regime is called in columns: A is the baseline.</summary>
    public static string Letter(int regime) => $"{(char)('A' + regime)}";

    /// <summary>What was compared, and how.</summary>
    public static Facts Head(Comparison comparison)
    {
        var facts = new Facts();
        var (settings, regimes) = (comparison.Settings, comparison.Regimes);
        for (var i = 0; i < regimes.Length; i++)
        {
            facts.Add(Letter(i), i == 0 ? $"{regimes[i].Name}, the baseline" : regimes[i].Name);
        }

        AddAccess(facts, regimes);
        facts.Add("Market", regimes.All(regime => StudyWords.Market(regime.Options) == StudyWords.Market(regimes[0].Options))
            ? StudyWords.Market(regimes[0].Options)
            : Format($"{StudyWords.Weeks(regimes[0].Options)}; {string.Join(", ", regimes[0].Options.Providers.Select(provider => provider.Name))}, whose members differ between regimes"));
        StudyWords.AddSettings(facts, [.. regimes.Select(regime => regime.Options)]);
        facts.Add("Replications", $"{Made(comparison)}; {StudyWords.Seeds(settings)}");
        facts.Add("Intervals", StudyWords.Intervals(settings, comparison.Replications.Length) + (settings.HalfWidth is null
            ? ""
            : ". To look again and again and to stop when they are narrow makes them hold a little less often than that"));
        for (var i = 0; i < comparison.Tunings.Length; i++)
        {
            facts.Add($"Tuned {Letter(i)}", Of(comparison.Tunings[i]));
        }

        return facts;
    }

    /// <summary>How the figures are to be read, and warnings.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="decimals">How many decimals amounts have.</param>
    public static Facts Foot(Comparison comparison, int decimals)
    {
        var facts = new Facts();
        foreach (var beat in comparison.BelowRandom)
        {
            var provider = comparison.Regimes[beat.Regime].Options.Providers[beat.Provider].Name;
            facts.Add(
                "Warning",
                $"under {Letter(beat.Regime)}, {provider} earned {StudyWords.Amount(beat.Mean, decimals)}, less than random slates would have: {StudyWords.Amount(beat.Random, decimals)}");
        }

        if (!comparison.PlacebosHold)
        {
            facts.Add("Fault", "a provider that the regimes do not change has changed: the program is at fault, and none of its figures is to be trusted");
        }

        facts.Add("Verdict", "a gain or a loss where p, adjusted by Holm over the rows of a table that are no placebos, is below 0.05. Undecided means that these "
            + "replications cannot tell, not that there is no difference. The p of all together stands by itself, and intervals are not adjusted");
        if (comparison.Pairs.Any(pair => pair.Horizons[0].Providers.Any(row => row.IsPlacebo)))
        {
            facts.Add("Placebo", "nothing that bears on this provider differs between the regimes, so that its profit must be the same in every replication to the last unit");
        }

        facts.Add("Gap closed", "the difference as a share of what the baseline leaves to the oracle, where the regimes share one");
        facts.Add("In common", "the films that two providers both offer in a week, one as often as the one that offers it less often does, as a share of a slate");
        facts.Add("Pairing", "the variance ratio says how many times as many replications it would take on seeds that the regimes do not share; "
            + "±10 % is the half-width of the interval as a share of the difference");
        return facts;
    }

    /// <summary>Adds who reads whom where that differs between regimes and the name of one does not tell: a regime called by its recommender alone
    /// reads what the options say, and would be taken for the baseline's.</summary>
    private static void AddAccess(Facts facts, ImmutableArray<Regime> regimes)
    {
        ImmutableArray<string> names = [.. regimes[0].Options.Providers.Select(provider => provider.Name)];
        var rules = regimes.Select(regime => regime.Options.Access.Describe(names)).ToList();
        if (rules.Distinct().Count() > 1 && regimes.Any(regime => !regime.Name.Split('+').Any(part => AccessRule.TryParse(part, names, out _, out _))))
        {
            facts.Add("Access", string.Join("; ", rules.Select((rule, place) => $"{Letter(place)} {rule}")));
        }
    }

    private static string Made(Comparison comparison) => comparison.Settings.HalfWidth is { } target
        ? Format($"{comparison.Replications.Length:N0} of {comparison.Settings.Replications:N0} at most, until every interval's half-width is {100 * target:0.##} % or less of what the baseline earns")
        : Format($"{comparison.Replications.Length:N0}");

    private static string Of(Tuning tuning) => tuning is { Profit: { } profit, ProfitBefore: { } before }
        ? Format($"to rank {tuning.Options.Rank}, regularization {tuning.Options.Regularization:0.######}: of {tuning.Tried} settings tried on {tuning.Seeds} other seeds the one that earns most, ")
            + Format($"{profit:N0} all together, {before:N0} before")
        : "its recommender has nothing to choose";

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
