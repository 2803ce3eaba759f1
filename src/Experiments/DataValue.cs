using System.Collections.Immutable;
using MovieChain.Simulation;

namespace MovieChain.Experiments;

/// <summary>The worth of each provider's records.</summary>
/// <param name="Settings">How the study was made.</param>
/// <param name="Base">The market; who reads whom is what the study varies.</param>
/// <param name="Swept">The name of the option that is swept, e.g. <c>consent</c>; null where none is.</param>
/// <param name="Points">One for each value of that option, in the given order; one alone where nothing is swept.</param>
internal sealed record DataValue(StudySettings Settings, Regime Base, string? Swept, ImmutableArray<DataValuePoint> Points);

/// <summary>
/// The worth of each provider's records in one market. Coalitions of owners share: everybody reads its own records and those of all owners in the
/// coalition. What a coalition is worth to a beneficiary is the beneficiary's profit under it less that under no sharing; what an owner's records add
/// is their Shapley value in that game.
/// </summary>
/// <param name="Options">The market.</param>
/// <param name="Setting">The value of the swept option; null where none is swept.</param>
/// <param name="Replications">The replications; their outcomes are those of the coalitions, by number: bit i says whether owner i is in it.</param>
/// <param name="Matrix">What each owner's records add to each beneficiary's profit: row by owner, column by beneficiary.</param>
/// <param name="Owners">The Shapley value of each owner: the sum of its row.</param>
/// <param name="Beneficiaries">What each beneficiary gains when all share: the sum of its column.</param>
/// <param name="Themselves">What the owners' records add to the owners' own profits: the sum of the matrix's diagonal. Everybody reads its own records in
/// any case, so that this is what comes back from others who learn from them: below 0 where it pays to keep them.</param>
/// <param name="Total">What all gain together when all share.</param>
/// <param name="ProfitOfNone">What all earn together when nobody shares, a mean over replications.</param>
/// <param name="ProfitOfAll">What all earn together when all share.</param>
/// <param name="LargestError">By how much, at most, the Shapley values of a replication miss the gain that they must add up to, in units of money.</param>
/// <param name="Consenting">Members who consent, of all providers, a mean over replications.</param>
/// <param name="Permission">What one consenting member's permission is worth to all providers together, while all share: profit less that at the
/// next lower consent in the sweep, by the number of permissions more; null where consent is not swept or this is the lowest.</param>
internal sealed record DataValuePoint(
    SimulationOptions Options,
    double? Setting,
    ImmutableArray<Replication> Replications,
    ImmutableArray<ImmutableArray<Estimate>> Matrix,
    ImmutableArray<Estimate> Owners,
    ImmutableArray<Estimate> Beneficiaries,
    Estimate Themselves,
    Estimate Total,
    double ProfitOfNone,
    double ProfitOfAll,
    double LargestError,
    double Consenting,
    Estimate? Permission);
