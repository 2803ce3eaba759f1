using System.Collections.Immutable;
using MovieChain.Simulation;

namespace MovieChain.Experiments;

/// <summary>One option of the market at several values.</summary>
/// <param name="Name">The option's name, e.g. <c>consent</c>.</param>
/// <param name="Points">Each value with the market at it.</param>
internal sealed record Sweep(string Name, ImmutableArray<(double Setting, SimulationOptions Options)> Points);
