namespace MovieChain.Learning.Factorization;

/// <summary>How <see cref="FactorizationLoss.SquareLossRegression"/> is minimized.</summary>
public enum FactorizationMethod
{
    /// <summary>Variational Bayes, one factor of a row at a time: the cost grows with entries × rank. For sparse ratings, where rows
    /// and columns have few entries.</summary>
    VariationalBayes,

    /// <summary>Factor analysis: exact posteriors of the rows; the cost grows faster than the square of the rank. For few films with many
    /// decisions, where a member's exact posterior variance is needed.</summary>
    FactorAnalysis,
}
