using System.Collections.Immutable;
using MovieChain.Simulation;

namespace MovieChain.Experiments;

/// <summary>Why markets that differ earned exactly the same.</summary>
internal enum Indifference
{
    /// <summary>Slates are made without records, and the markets differ in records alone.</summary>
    SlatesWithoutRecords,

    /// <summary>Slates depend on records from the second week on, and there is one.</summary>
    OneWeek,

    /// <summary>Every slate holds all films.</summary>
    AllFilmsOffered,

    /// <summary>No order on record names a member, so that everybody is offered the popular slate.</summary>
    NothingNamed,

    /// <summary>What differs changed no purchase in these replications.</summary>
    NoTrace,
}

/// <summary>Finds out why markets that differ earned exactly the same.</summary>
internal static class Indifferences
{
    /// <summary>Why two regimes of a comparison earned the same; null where they did not.</summary>
    public static Indifference? Of(Comparison comparison, int regime) => Between(
        comparison.Regimes[0].Options,
        comparison.Regimes[regime].Options,
        comparison.Replications.Select(replication => ImmutableArray.Create(replication.Outcomes[0], replication.Outcomes[regime])));

    /// <summary>Why all coalitions of a study earned the same; null where they did not.</summary>
    public static Indifference? Of(DataValuePoint point)
    {
        var (providers, all) = (point.Options.Providers.Length, (1 << point.Options.Providers.Length) - 1);
        return Between(
            point.Options with { Access = DataValueStudy.AccessOf(0, providers) },
            point.Options with { Access = DataValueStudy.AccessOf(all, providers) },
            point.Replications.Select(replication => replication.Outcomes));
    }

    /// <summary>Whether nobody sold anything in any of these runs.</summary>
    public static bool SoldNothing(IEnumerable<Outcome> outcomes) =>
        outcomes.All(outcome => outcome.Providers.All(earned => earned.Profits.All(profit => profit == Money.Zero)));

    private static Indifference? Between(SimulationOptions left, SimulationOptions right, IEnumerable<ImmutableArray<Outcome>> replications)
    {
        if (!replications.All(outcomes => outcomes.All(outcome => EarnedTheSame(outcome, outcomes[0]))))
        {
            return null;
        }

        var differing = MarketStatement.Differences([left, right]).Select(difference => difference.Setting).ToList();
        var isOfSlates = differing.TrueForAll(setting => SettingRules.ConcernsRecords(setting) || SettingRules.ConcernsRecommender(setting));
        return !left.Recommender.Learns && differing.TrueForAll(SettingRules.ConcernsRecords) ? Indifference.SlatesWithoutRecords
            : left.Weeks == 1 && isOfSlates ? Indifference.OneWeek
            : left.Slate == left.Films && left.Arrivals == 0 && isOfSlates ? Indifference.AllFilmsOffered
            : left.Consent == 0 && differing.TrueForAll(SettingRules.ConcernsRecommender) ? Indifference.NothingNamed
            : Indifference.NoTrace;
    }

    private static bool EarnedTheSame(Outcome outcome, Outcome other) =>
        outcome.Providers.Zip(other.Providers).All(pair => pair.First.Profits.SequenceEqual(pair.Second.Profits));
}
