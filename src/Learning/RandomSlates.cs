using MovieChain.Catalogue;
using MovieChain.Randomness;

namespace MovieChain.Learning;

/// <summary>Offers each member a random set of films, another one every week. This is how the first week begins.</summary>
/// <param name="streams">The simulation's chance.</param>
/// <param name="releases">When films come out.</param>
/// <param name="provider">Whose slates they are: a member draws others from each of its providers. Null where each member has one.</param>
internal sealed class RandomSlates(RandomStreams streams, Releases releases, ProviderId? provider = null) : ISlatePolicy
{
    /// <inheritdoc/>
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
