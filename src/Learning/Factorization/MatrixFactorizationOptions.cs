namespace MovieChain.Learning.Factorization;

/// <summary>
/// How to factorize a matrix. The names are those of ML.NET's <c>MatrixFactorizationTrainer.Options</c> where both have the setting.
/// </summary>
public sealed record MatrixFactorizationOptions
{
    /// <summary>The key column that numbers the matrix's columns: the members.</summary>
    public string MatrixColumnIndexColumnName { get; init; } = "Member";

    /// <summary>The key column that numbers the matrix's rows: the films.</summary>
    public string MatrixRowIndexColumnName { get; init; } = "Film";

    /// <summary>The column of the observed values, of type <see cref="float"/>.</summary>
    public string LabelColumnName { get; init; } = "Label";

    /// <summary>Whether labels are values to predict or signs of liking among pairs that are mostly unknown.</summary>
    public FactorizationLoss LossFunction { get; init; } = FactorizationLoss.SquareLossRegression;

    /// <summary>The weight of a pair that was not observed beside one that was, above 0 and at most 1,000,000; counts
    /// for <see cref="FactorizationLoss.SquareLossOneClass"/> only.</summary>
    public double Alpha { get; init; } = 0.3;

    /// <summary>How the squared loss of observed values is minimized; counts for
    /// <see cref="FactorizationLoss.SquareLossRegression"/> only.</summary>
    public FactorizationMethod Method { get; init; } = FactorizationMethod.VariationalBayes;

    /// <summary>How many latent factors a member and a film have, 1 to 256.</summary>
    public int ApproximationRank { get; init; } = 64;

    /// <summary>
    /// How strongly factors are drawn to their prior, above 0 and at most 1,000,000,000: for variational Bayes the variance of the noise, in units of the variance that
    /// biases leave unexplained; for factor analysis the ridge penalty on a film's latent factors, where the members' follows from the
    /// data; for one class the penalty on the latent factors of a member or film for each pair that it takes part in, where a pair that was not
    /// observed counts as <see cref="Alpha"/>.
    /// </summary>
    public double Lambda { get; init; } = 0.6;

    /// <summary>How often members and films take turns, 1 to 1,000.</summary>
    public int NumberOfIterations { get; init; } = 10;

    /// <summary>How many threads share the work, at least 1. The model does not depend on it.</summary>
    public int NumberOfThreads { get; init; } = Environment.ProcessorCount;

    /// <summary>What the random starting point derives from.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>What suits ratings of films, such as stars from 1 to 5.</summary>
    public static MatrixFactorizationOptions ForRatings { get; } = new();

    /// <summary>What suits positive-only feedback: every observed pair is a sign of liking. Source of the values: Rendle, Krichene, Zhang,
    /// Koren, "Revisiting the Performance of iALS on Item Recommendation Benchmarks", RecSys 2022.</summary>
    public static MatrixFactorizationOptions ForPositiveFeedback { get; } = new()
    {
        LossFunction = FactorizationLoss.SquareLossOneClass,
        ApproximationRank = 192,
        NumberOfIterations = 12,
        Lambda = 0.007,
        Alpha = 0.3,
    };
}
