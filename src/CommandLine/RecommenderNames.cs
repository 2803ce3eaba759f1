using MovieChain.Simulation;

namespace MovieChain.CommandLine;

/// <summary>The names of the recommenders, as users write them.</summary>
internal static class RecommenderNames
{
    /// <exception cref="InvalidInputException">There is no recommender of that name, or it cannot be used.</exception>
    public static Recommender Parse(string name) =>
        FindFault(name) is { } fault ? throw new InvalidInputException($"recommender {name}: {fault}") : Recommenders.Find(name)!;

    /// <summary>Why a text cannot be used as the name of a recommender; null when it can.</summary>
    public static string? FindFault(string name) =>
        Recommenders.Find(name) is { } found ? found.FindFault() : $"must be one of {string.Join(", ", Recommenders.Names)}";
}
