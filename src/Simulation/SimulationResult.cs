using System.Collections.Immutable;
using MovieChain.Ledger;

namespace MovieChain.Simulation;

/// <summary>The result of a simulation.</summary>
/// <param name="Options">All that decided it.</param>
/// <param name="Weeks">The results of each week.</param>
/// <param name="Chain">The chain. The hash of its head is the fingerprint of the run.</param>
/// <param name="Fault">The first fault that verification of the chain found; null when there is none.</param>
internal sealed record SimulationResult(SimulationOptions Options, ImmutableArray<WeekResult> Weeks, Chain Chain, ChainFault? Fault)
{
    /// <summary>The hash of the last block: equal for equal results on any machine.</summary>
    public Hash256 Fingerprint => Chain.Head.Hash;
}
