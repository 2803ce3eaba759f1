using System.Runtime.InteropServices;
using System.Security.Cryptography;
using MovieChain.Learning.Factorization;

namespace MovieChain.Tests.Learning.Factorization;

/// <summary>The bits of a one-class model, found by a process of its own under other instruction sets.</summary>
public sealed class OneClassBitsTests
{
    [Theory]
    [InlineData("DOTNET_EnableAVX512=0", "DOTNET_EnableAVX512F=0")]
    [InlineData("DOTNET_EnableAVX2=0")]
    [InlineData("DOTNET_EnableHWIntrinsic=0")]
    [InlineData("DOTNET_TieredCompilation=0")]
    public void A_model_has_the_same_bits_under(params string[] environment)
    {
        var (exitCode, output, error) = BuiltProgram.RunTests(environment);
        Assert.Equal((0, ""), (exitCode, error));
        Assert.Equal(Fingerprint(), output.TrimEnd());
    }

    /// <summary>The hash of two small models, one solved exactly and one in blocks.</summary>
    internal static string Fingerprint()
    {
        var (rated, _) = Draws.LowRank(100, 40, rank: 3, observed: 0.5, seed: 1);
        var options = MatrixFactorizationOptions.ForPositiveFeedback with { ApproximationRank = 40, NumberOfIterations = 2, NumberOfThreads = 1 };
        var exact = OneClassFactorization.Fit(rated, null, options, blockLength: 48, new Workers(1));
        var blocks = OneClassFactorization.Fit(rated, null, options, blockLength: 32, new Workers(1));
        float[] factors = [.. exact.RowFactors, .. exact.ColumnFactors, .. blocks.RowFactors, .. blocks.ColumnFactors];
        return Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes<float>(factors)));
    }
}
