namespace MovieChain.Simulation;

/// <summary>A provider of a simulation.</summary>
/// <param name="Name">Its name: 1 to 32 characters, without ':' or ','.</param>
/// <param name="Customers">Number of members, 1 to 1,000,000.</param>
internal sealed record ProviderPlan(string Name, int Customers);
