using MovieChain.Learning.Factorization;
using MovieChain.Simulation;

namespace MovieChain.CommandLine.Evaluations;

/// <summary>The ranges and defaults of the numeric options of <c>evaluate</c>. Defaults are those of the preset for ratings;
/// <see cref="Shown{T}"/> adds those for ranking.</summary>
internal static class EvaluateRanges
{
    public static OptionRange<int> Folds { get; } = new("folds", 2, 100, 5, "Parts of the ratings; each is predicted from the others");

    public static OptionRange<double> SplitTime { get; } = new(
        "splitTime", 0.001, 0.999, Default: 0.8, "Split by time: about this fraction of all ratings, the earliest, is trained on, later ones are predicted");

    public static OptionRange<int> Recommendations { get; } = new("recommendations", 1, 10_000, Default: 10, "Films recommended to each user");

    public static OptionRange<int> Rank { get; } = Settings.Rank.Range with { Default = MatrixFactorizationOptions.ForRatings.ApproximationRank };

    public static OptionRange<double> Regularization { get; } =
        new("regularization", 0.0001, 10_000, MatrixFactorizationOptions.ForRatings.Lambda, "Penalty on the factors");

    public static OptionRange<int> Iterations { get; } =
        new("iterations", 1, 1000, MatrixFactorizationOptions.ForRatings.NumberOfIterations, "Iterations of the training");

    public static OptionRange<double> Alpha { get; } = new(
        "alpha", 0.0001, 1000, MatrixFactorizationOptions.ForPositiveFeedback.Alpha, "With --implicit: weight of a pair that is not in the file, beside 1");

    /// <summary>Both presets' defaults, as the help shows them.</summary>
    public static string Shown<T>(T forRatings, T forRanking)
        where T : IFormattable => FormattableString.Invariant($"{forRatings}, with --implicit {forRanking}");
}
