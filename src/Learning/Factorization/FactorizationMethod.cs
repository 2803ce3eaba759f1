namespace MovieChain.Learning.Factorization;

/// <summary>How <see cref="FactorizationLoss.SquareLossRegression"/> is minimized.</summary>
public enum FactorizationMethod
{
    /// <summary>Variational Bayes, one factor of a row at a time: the cost grows with the entries × the rank. For sparse ratings, where
    /// rows and columns alike are known from a few entries.</summary>
    VariationalBayes,

    /// <summary>Factor analysis: exact posteriors of the rows, whose cost grows faster than the square of the rank. For a short list of films
    /// that many members decided about, where a member's doubt is to be known exactly.</summary>
    FactorAnalysis,
}
