using System.Collections.Immutable;
using MovieChain.Simulation;

namespace MovieChain.Experiments;

/// <summary>The worth of each provider's records.</summary>
/// <param name="Settings">How the study was made.</param>
/// <param name="Base">The market; who reads whom is what the study varies.</param>
/// <param name="Swept">The name of the option that is swept, e.g. <c>consent</c>; null where none is.</param>
/// <param name="Points">One for each value of that option, in the given order; one alone where nothing is swept.</param>
internal sealed record DataValue(StudySettings Settings, Regime Base, string? Swept, ImmutableArray<DataValuePoint> Points)
{
    /// <summary>Whether the study varies a setting: the access rule or the swept option. The market has no value for it.</summary>
    public bool Varies(Setting setting) => setting == Simulation.Settings.Access || setting.Name == Swept;

    /// <summary>Whether the Shapley values of all points add up.</summary>
    public bool AddsUp => Points.All(point => point.AddsUp);
}

/// <summary>
/// The worth of each provider's records in one market. Coalitions of owners share: each provider reads its own records and those of all owners in the
/// coalition. What a coalition is worth to a beneficiary is the beneficiary's profit under it less that under no sharing; what an owner's records add
/// is their Shapley value in that game.
/// </summary>
internal sealed record DataValuePoint
{
    /// <summary>The largest rounding error: Shapley values are sums of some hundred terms of whole units.</summary>
    private const double MaxError = 1e-6;

    public required SimulationOptions Options { get; init; }

    /// <summary>The value of the swept option; null where none is swept.</summary>
    public required double? Setting { get; init; }

    /// <summary>The replications. Their outcomes are those of the coalitions, by number: bit i says whether owner i is in it.</summary>
    public required ImmutableArray<Replication> Replications { get; init; }

    /// <summary>What each owner's records add to each beneficiary's profit: row by owner, column by beneficiary.</summary>
    public required ImmutableArray<ImmutableArray<Estimate>> Matrix { get; init; }

    /// <summary>The Shapley value of each owner: the sum of its row.</summary>
    public required ImmutableArray<Estimate> Owners { get; init; }

    /// <summary>What each beneficiary gains when all share: the sum of its column.</summary>
    public required ImmutableArray<Estimate> Beneficiaries { get; init; }

    /// <summary>What the owners' records add to the owners' own profits: the sum of the diagonal. Each owner always reads its own records, so
    /// this is the effect of others' learning from them: below 0 where it pays not to share.</summary>
    public required Estimate Themselves { get; init; }

    /// <summary>What all gain together when all share.</summary>
    public required Estimate Total { get; init; }

    /// <summary>Profit of all providers when nobody shares, a mean over replications.</summary>
    public required double ProfitOfNone { get; init; }

    /// <summary>Profit of all providers when all share, a mean over replications.</summary>
    public required double ProfitOfAll { get; init; }

    /// <summary>The largest difference, over replications, between the sum of the Shapley values and the gain that they must add up to.</summary>
    public required double LargestError { get; init; }

    /// <summary>Consenting members of all providers, a mean over replications.</summary>
    public required double Consenting { get; init; }

    /// <summary>What one more consenting member adds to the profit of all providers when all share: the difference to the next lower consent of
    /// the sweep, per member; null where consent is not swept or this is the lowest.</summary>
    public Estimate? Permission { get; init; }

    /// <summary>Whether the Shapley values of each replication add up to the gain.</summary>
    public bool AddsUp => LargestError <= MaxError;
}
