using MovieChain.Catalogue;
using MovieChain.Randomness;

namespace MovieChain.Learning;

/// <summary>Draws a new random set of films for each member and week; also the first week's slates of every recommender.</summary>
/// <param name="streams">The random streams.</param>
/// <param name="releases">The films released by each week.</param>
/// <param name="provider">The provider: a member's draws differ between its providers. Null where each member has one.</param>
internal sealed class RandomSlates(RandomStreams streams, Releases releases, ProviderId? provider = null) : ISlatePolicy
{
    /// <remarks>Every set of films is equally likely. Source: Floyd's sampling, in Bentley, Floyd, "Programming Pearls:
    /// A Sample of Brilliance", CACM 1987.</remarks>
    public void FillSlate(MemberId member, Week week, Span<FilmId> slate)
    {
        var filmCount = releases.By(week);
        var stream = streams.For(StreamPurpose.RandomSlate, StreamPurpose.RandomSlateElsewhere, member, provider ?? member.Provider, week);
        var drawn = filmCount <= 1024 ? stackalloc bool[filmCount] : new bool[filmCount];
        drawn.Clear();
        for (var i = 0; i < slate.Length; i++)
        {
            var last = filmCount - slate.Length + i;
            var film = stream.NextInt32(0, last);
            if (drawn[film])
            {
                film = last;
            }

            drawn[film] = true;
            slate[i] = FilmId.At(film);
        }
    }
}
