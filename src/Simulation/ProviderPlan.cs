namespace MovieChain.Simulation;

/// <summary>A provider that takes part in a simulation.</summary>
/// <param name="Name">Its name: 1 to 32 characters, without ':' or ','.</param>
/// <param name="Customers">How many members its audience has, 1 to 1,000,000.</param>
internal sealed record ProviderPlan(string Name, int Customers);
