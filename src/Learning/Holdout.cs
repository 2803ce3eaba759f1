using MovieChain.Randomness;

namespace MovieChain.Learning;

/// <summary>Which pairs of a member and a film a model is measured on instead of trained: 15 %, the same ones in every week.</summary>
internal static class Holdout
{
    private const double Fraction = 0.15;

    /// <summary>Whether a pair is held out.</summary>
    public static bool Contains(RandomStreams streams, MemberId member, FilmId film) =>
        streams.For(StreamPurpose.Holdout, member, film).NextDouble() < Fraction;
}
