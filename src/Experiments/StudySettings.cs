namespace MovieChain.Experiments;

/// <summary>Settings of a study.</summary>
/// <param name="Seed">The study's root: the seed of a replication derives from it and the replication's number, and from nothing else.</param>
/// <param name="Replications">How many replications are made, at least 2; the most, where <paramref name="HalfWidth"/> may stop earlier.</param>
/// <param name="HalfWidth">The study stops when the half-width of every interval is at most this fraction of the baseline's profit; null to make
/// all replications.</param>
/// <param name="Interval">The method of the intervals.</param>
internal sealed record StudySettings(long Seed, int Replications, double? HalfWidth, IntervalMethod Interval);
