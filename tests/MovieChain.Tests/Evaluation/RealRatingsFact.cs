namespace MovieChain.Tests.Evaluation;

/// <summary>A test on real ratings, which are not part of the sources; it says so where it is not told where they are.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RealRatingsFactAttribute : FactAttribute
{
    private const string Variable = "MOVIECHAIN_RATINGS";

    public RealRatingsFactAttribute()
    {
        if (!File.Exists(Path))
        {
            Skip = $"The environment variable {Variable} names no rating file of MovieLens, which may not be handed on with the sources.";
        }
    }

    /// <summary>The rating file.</summary>
    public static string Path => Environment.GetEnvironmentVariable(Variable) ?? "";
}
