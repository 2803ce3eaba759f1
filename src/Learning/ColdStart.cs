namespace MovieChain.Learning;

/// <summary>Slates for members without records.</summary>
internal static class ColdStart
{
    private const int FirstLearnedWeek = 2;

    /// <summary>Fills a slate from the ranking that all members without records share. Where a film is bought once, each week offers the next
    /// films of the ranking, because the records do not say which members bought the earlier ones.</summary>
    public static void FillSlate(ReadOnlySpan<FilmId> ranking, Repeat repeat, Week week, Span<FilmId> slate)
    {
        var round = repeat == Repeat.Once ? Math.Max(0, week.Number - FirstLearnedWeek) : 0;
        var first = (int)((long)round * slate.Length % ranking.Length);
        var rest = ranking[first..Math.Min(ranking.Length, first + slate.Length)];
        rest.CopyTo(slate);
        ranking[..(slate.Length - rest.Length)].CopyTo(slate[rest.Length..]);
    }
}
