namespace MovieChain.Catalogue;

/// <summary>When films come out: some are there from the first week on, and as many new ones join them every week. Films come out in the
/// order of their numbers.</summary>
/// <param name="First">How many films there are in the first week, at least 1.</param>
/// <param name="Weekly">How many join them in every other week.</param>
internal readonly record struct Releases(int First, int Weekly = 0)
{
    /// <summary>How many films have come out when a week begins: those with the lowest numbers. Never more than a catalogue may hold.</summary>
    public int By(Week week) => Math.Min(FilmId.MaxCount, First + (Weekly * Math.Max(0, week.Number - 1)));
}
