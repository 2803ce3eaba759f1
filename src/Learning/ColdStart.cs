namespace MovieChain.Learning;

/// <summary>Slates for members without records.</summary>
internal static class ColdStart
{
    private const int FirstLearnedWeek = 2;

    /// <summary>Fills a slate from one ranking for all members without records. Where films are rented, the first films fill every week's slate.
    /// Where films are bought once, each week takes the next films and starts again at the end: the first films are soon sold, and without
    /// records nobody knows to whom.</summary>
    public static void FillSlate(ReadOnlySpan<FilmId> ranking, Repeat repeat, Week week, Span<FilmId> slate)
    {
        var round = repeat == Repeat.Once ? Math.Max(0, week.Number - FirstLearnedWeek) : 0;
        var first = (int)((long)round * slate.Length % ranking.Length);
        var rest = ranking[first..Math.Min(ranking.Length, first + slate.Length)];
        rest.CopyTo(slate);
        ranking[..(slate.Length - rest.Length)].CopyTo(slate[rest.Length..]);
    }
}
