using MovieChain.Learning.Factorization;
using MovieChain.Simulation;

namespace MovieChain.CommandLine.Evaluations;

/// <summary>The range and default of the numeric options of the command that measures the recommender. Defaults are those of the presets:
/// for ratings here, for ranking in <see cref="Shown{T}"/>.</summary>
internal static class EvaluateRanges
{
    /// <summary>How many parts the ratings are dealt into.</summary>
    public static OptionRange<int> Folds { get; } = new("folds", 2, 100, 5, "Parts that the ratings are dealt into; each is predicted from the others");

    /// <summary>Latent factors.</summary>
    public static OptionRange<int> Rank { get; } = Settings.Rank.Range with { Default = MatrixFactorizationOptions.ForRatings.ApproximationRank };

    /// <summary>The penalty on factors.</summary>
    public static OptionRange<double> Regularization { get; } =
        new("regularization", 0.0001, 10_000, MatrixFactorizationOptions.ForRatings.Lambda, "Penalty on the factors");

    /// <summary>How often users and films take turns.</summary>
    public static OptionRange<int> Iterations { get; } =
        new("iterations", 1, 1000, MatrixFactorizationOptions.ForRatings.NumberOfIterations, "How often users and films take turns");

    /// <summary>The weight of a pair that is not in the file.</summary>
    public static OptionRange<double> Alpha { get; } = new(
        "alpha", 0.0001, 1000, MatrixFactorizationOptions.ForPositiveFeedback.Alpha, "With --implicit: weight of a pair that is not in the file, beside 1");

    /// <summary>Both presets' defaults, as the help shows them.</summary>
    public static string Shown<T>(T forRatings, T forRanking)
        where T : IFormattable => FormattableString.Invariant($"{forRatings}, with --implicit {forRanking}");
}
