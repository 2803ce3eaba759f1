using MovieChain.Catalogue;
using MovieChain.Randomness;

namespace MovieChain.Learning;

/// <summary>
/// The one place that knows whether the recommender on the package Microsoft.ML.Recommender (LIBMF) was built in, as it is with
/// <c>-p:UseLibMF=true</c>: not every registry holds that package, and no other recommender needs it.
/// </summary>
internal static class LibmfSupport
{
#if LIBMF
    /// <summary>Whether it was built in.</summary>
    public static bool IsBuiltIn => true;

    /// <summary>Why it cannot be used here, in words; null when it can.</summary>
    public static string? FindFault() => LibmfRecommender.FindFault();

    /// <summary>The recommender.</summary>
    public static IRecommender Create(FilmCatalogue catalogue, RandomStreams streams, int rank) => new LibmfRecommender(catalogue, streams, rank);
#else
    /// <summary>Whether it was built in.</summary>
    public static bool IsBuiltIn => false;

    /// <summary>Why it cannot be used here, in words; null when it can.</summary>
    public static string? FindFault() => "not built in; build with \"dotnet run --project src -p:UseLibMF=true -- --recommender libmf\"";

    /// <summary>The recommender.</summary>
    /// <exception cref="NotSupportedException">It was not built in.</exception>
    public static IRecommender Create(FilmCatalogue catalogue, RandomStreams streams, int rank) => throw new NotSupportedException(FindFault());
#endif
}
