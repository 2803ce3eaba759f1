using MovieChain.Experiments.Statistics;
using MovieChain.Randomness;

namespace MovieChain.Experiments;

/// <summary>Estimates means by the method of a study.</summary>
internal static class Estimates
{
    /// <summary>The mean of some values, one a replication.</summary>
    public static Estimate Of(ReadOnlySpan<double> values, StudySettings settings)
    {
        if (settings.Interval == IntervalMethod.T)
        {
            return PairedEstimate.Of(values);
        }

        var stream = new RandomStreams((ulong)settings.Seed).For(StreamPurpose.Bootstrap);
        return BcaBootstrap.OfMean(values, ref stream);
    }
}
