namespace MovieChain.Catalogue;

/// <summary>Release schedule: films are released in the order of their numbers.</summary>
/// <param name="First">Films released in week 1, at least 1.</param>
/// <param name="Weekly">Films released in every later week.</param>
internal readonly record struct Releases(int First, int Weekly = 0)
{
    /// <summary>Number of films released by the start of a week, at most <see cref="FilmId.MaxCount"/>.</summary>
    public int By(Week week) => Math.Min(FilmId.MaxCount, First + (Weekly * Math.Max(0, week.Number - 1)));
}
