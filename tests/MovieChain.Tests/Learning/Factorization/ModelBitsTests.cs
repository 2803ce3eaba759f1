using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MovieChain.Learning.Factorization;

namespace MovieChain.Tests.Learning.Factorization;

/// <summary>The bits of fitted models, found by processes of their own under other instruction sets.</summary>
public sealed class ModelBitsTests
{
    [Theory]
    [InlineData]
    [InlineData("DOTNET_EnableAVX512=0", "DOTNET_EnableAVX512F=0")]
    [InlineData("DOTNET_EnableAVX2=0")]
    [InlineData("DOTNET_EnableHWIntrinsic=0")]
    [InlineData("DOTNET_TieredCompilation=0")]
    public void Every_model_has_the_same_bytes_with_one_thread_and_two_under(params string[] environment)
    {
        var (exitCode, output, error) = BuiltProgram.RunTests(environment);
        Assert.Equal((0, ""), (exitCode, error));
        Assert.Equal(Fingerprints(threads: 1), output.TrimEnd().Split('\n'));
        Assert.Equal(Fingerprints(threads: 1), Fingerprints(threads: 2));
    }

    /// <summary>The hash of a small model of each kind: by variational Bayes, by factor analysis, and of one class, solved exactly and
    /// in blocks.</summary>
    internal static string[] Fingerprints(int threads)
    {
        var (rated, _) = Draws.LowRank(150, 40, rank: 3, observed: 0.5, seed: 1);
        var workers = new Workers(threads);
        var start = new FactorModel(rank: 19, rowCount: 0, rated.ColumnCount) { NoiseVariance = 1, RowBiasVariance = 0.1f };
        for (var i = 0; i < start.ColumnFactors.Length; i++)
        {
            start.ColumnFactors[i] = i % start.Width == 0 ? 1 : ((i * 7919 % 1000) - 500) / 1000f;
        }

        var positive = MatrixFactorizationOptions.ForPositiveFeedback with { ApproximationRank = 40, NumberOfIterations = 2 };
        FactorModel[] models =
        [
            VariationalFactorization.Fit(rated, start, lambda: 0.6f, iterations: 3, workers),
            FactorAnalysis.Fit(rated, start, lambda: 15, iterations: 3, workers),
            OneClassFactorization.Fit(rated, null, positive, blockLength: 48, workers),
            OneClassFactorization.Fit(rated, null, positive, blockLength: 32, workers),
        ];
        return [.. models.Select(model =>
        {
            float[] factors = [model.Mean, model.NoiseVariance, model.RowBiasVariance, .. model.RowFactors, .. model.ColumnFactors];
            return Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes<float>(factors)));
        })];
    }
}
