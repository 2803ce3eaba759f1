using MovieChain.Randomness;

namespace MovieChain.Experiments;

/// <summary>Seeds of replications. They depend only on the study's root seed and the replication's number, so more replications, other
/// regimes or other workers change no replication.</summary>
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
