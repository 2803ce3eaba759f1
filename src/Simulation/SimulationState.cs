using System.Collections.Immutable;
using MovieChain.Audience;
using MovieChain.Exchange;
using MovieChain.Learning;
using MovieChain.Ledger;
using MovieChain.Market;

namespace MovieChain.Simulation;

/// <summary>The whole world between two weeks.</summary>
/// <param name="Chain">All that has been mined.</param>
/// <param name="Providers">Each provider with its members and with what it knows.</param>
internal sealed record SimulationState(Chain Chain, ImmutableArray<ProviderState> Providers);

/// <summary>A provider between two weeks.</summary>
/// <param name="Members">Its audience, whose tastes it cannot see.</param>
/// <param name="Account">Its money.</param>
/// <param name="Known">What it has imported.</param>
/// <param name="Learned">What it believes; null before the first training.</param>
/// <param name="Access">How it writes on the chain and reads it.</param>
internal sealed record ProviderState(
    Population Members, ProviderAccount Account, Interactions Known, Learned? Learned, LedgerAccess Access);
