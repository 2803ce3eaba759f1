using MovieChain.Catalogue;
using MovieChain.Randomness;

namespace MovieChain.Learning;

/// <summary>Tells whether the recommender libmf is built in: <c>-p:UseLibMF=true</c>.</summary>
internal static class LibmfSupport
{
#if LIBMF
    public static bool IsBuiltIn => true;

    /// <summary>Why it cannot be used, in words; null when it can.</summary>
    public static string? FindFault() => LibmfRecommender.FindFault();

    public static IRecommender Create(FilmCatalogue catalogue, RandomStreams streams, int rank) => new LibmfRecommender(catalogue, streams, rank);
#else
    public static bool IsBuiltIn => false;

    /// <summary>Why it cannot be used, in words; null when it can.</summary>
    public static string? FindFault() => "not built in; build with \"dotnet run --project src -p:UseLibMF=true -- --recommender libmf\"";

    public static IRecommender Create(FilmCatalogue catalogue, RandomStreams streams, int rank) => throw new NotSupportedException(FindFault());
#endif
}
