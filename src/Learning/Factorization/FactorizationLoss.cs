namespace MovieChain.Learning.Factorization;

/// <summary>The loss that a factorization minimizes. The names are those of ML.NET's <c>MatrixFactorizationTrainer.LossFunctionType</c>.</summary>
public enum FactorizationLoss
{
    /// <summary>Squared error on observed values; pairs without a value are ignored.</summary>
    SquareLossRegression,

    /// <summary>Squared error on positive-only feedback: target 1 for each pair with a label above 0 and, with a small weight, target 0 for
    /// all pairs.</summary>
    SquareLossOneClass,
}
