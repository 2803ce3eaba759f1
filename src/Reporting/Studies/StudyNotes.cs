using MovieChain.Experiments;
using MovieChain.Reporting.Runs;
using MovieChain.Simulation;
using static System.FormattableString;

namespace MovieChain.Reporting.Studies;

/// <summary>Notes on the figures of a study: why they are all 0, and where intervals are too narrow.</summary>
internal static class StudyNotes
{
    /// <summary>With fewer replications bootstrap intervals are too narrow.</summary>
    private const int FewForBootstrap = 30;

    /// <summary>The notes on a comparison, a sentence each.</summary>
    public static IEnumerable<string> On(Comparison comparison) =>
    [
        .. Enumerable.Range(0, comparison.Regimes.Length).Where(regime => SoldNothing(comparison, regime)).Select(regime =>
            $"Under {ComparisonWords.Letter(regime)} nothing was sold: {WhyNothingWasSold(comparison.Regimes[regime].Options, comparison.Replications.Select(replication => replication.Outcomes[regime]))}."),
        .. comparison.Pairs.Select(pair => pair.Regime).Where(regime => !SoldNothing(comparison, regime)).Select(regime =>
            Indifferences.Of(comparison, regime) is { } reason
                ? $"{ComparisonWords.Letter(regime)} earns exactly what A earns in every week of every replication: {Words(reason, comparison, regime)}."
                : null).OfType<string>(),
    ];

    /// <summary>The notes on a study of coalitions, a sentence each.</summary>
    public static IEnumerable<string> On(DataValue value)
    {
        var notes = value.Points.Select(point => (Point: point, Note: NoteOn(point))).Where(pair => pair.Note is not null).ToList();
        var areAlike = notes.Count == value.Points.Length && notes.Select(pair => pair.Note).Distinct().Count() == 1;
        return (areAlike ? [$"{notes[0].Note}."] : notes.Select(pair => Invariant($"At {value.Swept} {pair.Point.Setting}: {pair.Note}."))).Concat(OnPermissions(value));
    }

    /// <summary>Where a permission has no value although consent is swept.</summary>
    private static IEnumerable<string> OnPermissions(DataValue value) => value.Swept != Settings.Consent.Name
        ? []
        : value.Points.Where(point => point.Permission is null && point.Setting > value.Points.Min(other => other.Setting)).Select(point => Invariant(
            $"At consent {point.Setting}: what a permission adds cannot be told, because in some replications no more members consent than at the next lower consent."));

    /// <summary>A warning where intervals are too narrow.</summary>
    public static IEnumerable<string> OnIntervals(StudySettings settings, int replications) => settings.Interval == IntervalMethod.Bca && replications < FewForBootstrap
        ? [$"With fewer than {FewForBootstrap} replications BCa intervals are too narrow and their p too low: use --interval t or more replications."]
        : [];

    private static string? NoteOn(DataValuePoint point) =>
        Indifferences.SoldNothing(point.Replications.SelectMany(replication => replication.Outcomes))
            ? $"Nothing was sold: {WhyNothingWasSold(point.Options, point.Replications.SelectMany(replication => replication.Outcomes))}"
            : Indifferences.Of(point) is { } reason ? $"All coalitions earn exactly the same: {Words(reason, point.Options, Settings.Access.Name)}" : null;

    private static bool SoldNothing(Comparison comparison, int regime) =>
        Indifferences.SoldNothing(comparison.Replications.Select(replication => replication.Outcomes[regime]));

    private static string WhyNothingWasSold(SimulationOptions options, IEnumerable<Outcome> outcomes) =>
        Notes.WhyNothingWasSold(options, Money.Sum(outcomes.SelectMany(outcome => outcome.Providers).SelectMany(earned => earned.Oracle)));

    private static string Words(Indifference reason, Comparison comparison, int regime) => Words(
        reason,
        comparison.Regimes[0].Options,
        string.Join(", ", MarketStatement.Differences([comparison.Regimes[0].Options, comparison.Regimes[regime].Options]).Select(difference => difference.Setting.Name)));

    private static string Words(Indifference reason, SimulationOptions options, string differing) => reason switch
    {
        Indifference.SlatesWithoutRecords => $"the slates of the recommender {options.Recommender} do not depend on records",
        Indifference.OneWeek => "slates depend on records from week 2 on, and there is 1 week",
        Indifference.AllFilmsOffered => Invariant($"every slate holds all {options.Films} films"),
        Indifference.NothingNamed => "no member consents, so that everybody is offered the popular slate",
        _ => $"what differs ({differing}) changed no purchase",
    };
}
