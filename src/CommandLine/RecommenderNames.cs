using MovieChain.Learning;
using MovieChain.Simulation;

namespace MovieChain.CommandLine;

/// <summary>The names of the recommenders, as users write them.</summary>
internal static class RecommenderNames
{
    /// <summary>Those that this program was built with.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. Enum.GetValues<RecommenderKind>().Where(kind => kind != RecommenderKind.Libmf || LibmfSupport.IsBuiltIn).Select(NameOf)];

    /// <exception cref="InvalidInputException">There is no recommender of that name, or it cannot be used.</exception>
    public static RecommenderKind Parse(string name) =>
        FindFault(name) is { } fault
            ? throw new InvalidInputException($"recommender {name}: {fault}")
            : Enum.Parse<RecommenderKind>(name, ignoreCase: true);

    /// <summary>Why a text cannot be used as the name of a recommender; null when it can.</summary>
    public static string? FindFault(string name) =>
        name == NameOf(RecommenderKind.Libmf) ? LibmfSupport.FindFault()
        : All.Contains(name) ? null
        : $"must be one of {string.Join(", ", All)}";

    private static string NameOf(RecommenderKind kind) => kind.ToString().ToLowerInvariant();
}
