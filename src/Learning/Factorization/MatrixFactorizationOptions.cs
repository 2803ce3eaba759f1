namespace MovieChain.Learning.Factorization;

/// <summary>
/// Options of a matrix factorization. The names are those of ML.NET's <c>MatrixFactorizationTrainer.Options</c> where both have the setting.
/// </summary>
public sealed record MatrixFactorizationOptions
{
    /// <summary>The key column that numbers the matrix's columns: the members.</summary>
    public string MatrixColumnIndexColumnName { get; init; } = "Member";

    /// <summary>The key column that numbers the matrix's rows: the films.</summary>
    public string MatrixRowIndexColumnName { get; init; } = "Film";

    /// <summary>The column of the observed values, of type <see cref="float"/>.</summary>
    public string LabelColumnName { get; init; } = "Label";

    /// <summary>The loss: labels are values to predict, or positive-only feedback.</summary>
    public FactorizationLoss LossFunction { get; init; } = FactorizationLoss.SquareLossRegression;

    /// <summary>The weight of a pair that was not observed beside one that was, above 0 and at most 1,000,000; used
    /// by <see cref="FactorizationLoss.SquareLossOneClass"/> only.</summary>
    public double Alpha { get; init; } = 0.3;

    /// <summary>The algorithm that minimizes <see cref="FactorizationLoss.SquareLossRegression"/>; not used by the other loss.</summary>
    public FactorizationMethod Method { get; init; } = FactorizationMethod.VariationalBayes;

    /// <summary>Latent factors of a member and of a film, 1 to 256.</summary>
    public int ApproximationRank { get; init; } = 64;

    /// <summary>
    /// The strength of regularization, above 0 and at most 1,000,000,000. Variational Bayes: the variance of the noise, in units of the variance
    /// that biases leave unexplained. Factor analysis: the ridge penalty on a film's latent factors; that of the members follows from the data.
    /// One class: the penalty on the latent factors of a member or film for each of its pairs, where a pair that was not observed counts as
    /// <see cref="Alpha"/>.
    /// </summary>
    public double Lambda { get; init; } = 0.6;

    /// <summary>Iterations over members and films, 1 to 1,000.</summary>
    public int NumberOfIterations { get; init; } = 10;

    /// <summary>Thread budget, at least 1; never affects the model.</summary>
    public int NumberOfThreads { get; init; } = Environment.ProcessorCount;

    /// <summary>Seed of the random start.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Values for ratings of films, such as 1 to 5 stars.</summary>
    public static MatrixFactorizationOptions ForRatings { get; } = new();

    /// <summary>Values for positive-only feedback. Source: Rendle, Krichene, Zhang,
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
