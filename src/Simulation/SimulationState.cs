using System.Collections.Immutable;
using MovieChain.Audience;
using MovieChain.Exchange;
using MovieChain.Learning;
using MovieChain.Ledger;
using MovieChain.Market;

namespace MovieChain.Simulation;

/// <summary>The state between two weeks.</summary>
/// <param name="Chain">The chain so far.</param>
/// <param name="Providers">The state of each provider.</param>
internal sealed record SimulationState(Chain Chain, ImmutableArray<ProviderState> Providers);

/// <summary>A provider between two weeks.</summary>
/// <param name="Members">Its members, whose tastes it cannot see.</param>
/// <param name="Account">Its money.</param>
/// <param name="Known">The interactions that it has imported.</param>
/// <param name="Learned">Its model and policy; null before the first training.</param>
/// <param name="Access">Seals its records and opens those that it may read.</param>
internal sealed record ProviderState(
    Population Members, ProviderAccount Account, Interactions Known, Learned? Learned, LedgerAccess Access);
