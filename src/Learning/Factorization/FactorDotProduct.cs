using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace MovieChain.Learning.Factorization;

/// <summary>The factors of a member and a film.</summary>
internal sealed class FactorPair
{
    [VectorType]
    public VBuffer<float> MemberFactors { get; set; }

    [VectorType]
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
