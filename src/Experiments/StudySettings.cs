namespace MovieChain.Experiments;

/// <summary>How a study is made.</summary>
/// <param name="Seed">The study's root: the seed of a replication derives from it and the replication's number, and from nothing else.</param>
/// <param name="Replications">How many replications are made, at least 2; the most, where <paramref name="HalfWidth"/> may stop earlier.</param>
/// <param name="HalfWidth">The half-width of every interval at which it stops, as a fraction of what the baseline earns; null where all
/// replications are made.</param>
/// <param name="Interval">How intervals are found.</param>
internal sealed record StudySettings(long Seed, int Replications, double? HalfWidth, IntervalMethod Interval);
