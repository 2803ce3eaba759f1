using MovieChain.Randomness;

namespace MovieChain.Experiments;

/// <summary>Where the seeds of a study come from: from its root and the replication's number and from nothing else, so that more
/// replications, other regimes or other workers leave every replication what it is.</summary>
internal static class ReplicationSeeds
{
    /// <summary>A seed that <c>--seed</c> takes.</summary>
    /// <param name="root">The study's root.</param>
    /// <param name="purpose">Whether the replication is one of those that count.</param>
    /// <param name="number">The replication's number, from 1.</param>
    public static long Of(long root, StreamPurpose purpose, int number)
    {
        var stream = new RandomStreams((ulong)root).For(purpose, number);
        return (long)(stream.NextDouble() * (1L << 53));
    }
}
