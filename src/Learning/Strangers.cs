namespace MovieChain.Learning;

/// <summary>What those are offered of whom nothing is on record.</summary>
internal static class Strangers
{
    private const int FirstLearnedWeek = 2;

    /// <summary>Fills a stranger's slate from one ranking for all of them: the first films, week after week. Where a member buys a film but
    /// once they would soon be sold, and nobody can tell to whom: then each week has the next ones, round and round.</summary>
    /// <param name="ranking">All films, best first.</param>
    /// <param name="repeat">How often a film can be bought.</param>
    /// <param name="week">The week of the offer.</param>
    /// <param name="slate">The slate to fill; no longer than the ranking.</param>
    public static void FillSlate(ReadOnlySpan<FilmId> ranking, Repeat repeat, Week week, Span<FilmId> slate)
    {
        var round = repeat == Repeat.Once ? Math.Max(0, week.Number - FirstLearnedWeek) : 0;
        var first = (int)((long)round * slate.Length % ranking.Length);
        var rest = ranking[first..Math.Min(ranking.Length, first + slate.Length)];
        rest.CopyTo(slate);
        ranking[..(slate.Length - rest.Length)].CopyTo(slate[rest.Length..]);
    }
}
