using MovieChain.Simulation;

namespace MovieChain.CommandLine;

/// <summary>The names of the recommenders, as users write them.</summary>
internal static class RecommenderNames
{
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetNames<RecommenderKind>().Select(name => name.ToLowerInvariant())];

    /// <exception cref="InvalidInputException">There is no recommender of that name.</exception>
    public static RecommenderKind Parse(string name) =>
        All.Contains(name)
            ? Enum.Parse<RecommenderKind>(name, ignoreCase: true)
            : throw new InvalidInputException($"recommender {name}: must be one of {string.Join(", ", All)}");
}
