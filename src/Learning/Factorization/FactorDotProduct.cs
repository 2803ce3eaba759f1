using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace MovieChain.Learning.Factorization;

/// <summary>The factors of a member and a film, in temporary columns.</summary>
internal sealed class FactorPair
{
    /// <summary>Must be a constant, because a loaded model has no options; a name that no input has, because the column is dropped.</summary>
    public const string MemberColumn = "MovieChain.FactorDotProduct.MemberFactors";

    /// <summary>See <see cref="MemberColumn"/>.</summary>
    public const string FilmColumn = "MovieChain.FactorDotProduct.FilmFactors";

    [VectorType]
    [ColumnName(MemberColumn)]
    public VBuffer<float> MemberFactors { get; set; }

    [VectorType]
    [ColumnName(FilmColumn)]
    public VBuffer<float> FilmFactors { get; set; }
}

/// <summary>A predicted value.</summary>
internal sealed class FactorScore
{
    public float Score { get; set; }
}

/// <summary>The prediction as a custom mapping of ML.NET; a loaded model finds it by its contract name.</summary>
[CustomMappingFactoryAttribute(ContractName)]
internal sealed class FactorDotProduct : CustomMappingFactory<FactorPair, FactorScore>
{
    public const string ContractName = "MovieChain.FactorDotProduct";

    public override Action<FactorPair, FactorScore> GetMapping() => static (pair, output) =>
        output.Score = FactorModel.Score(pair.MemberFactors.GetValues(), pair.FilmFactors.GetValues());
}
