namespace MovieChain.Learning.Factorization;

/// <summary>What a factorization is fitted to. The names are those of ML.NET's <c>MatrixFactorizationTrainer.LossFunctionType</c>.</summary>
public enum FactorizationLoss
{
    /// <summary>The observed values; nothing is supposed of pairs that were not observed.</summary>
    SquareLossRegression,

    /// <summary>1 for every pair with a label above 0 and, with little weight, 0 for all pairs.</summary>
    SquareLossOneClass,
}
