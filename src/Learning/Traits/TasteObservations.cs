namespace MovieChain.Learning.Traits;

/// <summary>Weighted decisions to fit to, member by member.</summary>
internal sealed class TasteObservations
{
    private readonly int[] _rowStarts;
    private readonly WeightedDecision[] _entries;

    private TasteObservations(int filmCount, int[] rowStarts, WeightedDecision[] entries)
    {
        FilmCount = filmCount;
        _rowStarts = rowStarts;
        _entries = entries;
    }

    public int FilmCount { get; }

    public int MemberCount => _rowStarts.Length - 1;

    public int Count => _entries.Length;

    public ReadOnlySpan<WeightedDecision> Row(int row) => _entries.AsSpan(_rowStarts[row].._rowStarts[row + 1]);

    /// <summary>The last decision of each pair that the predicate keeps, weighted as of the week after the last on record.</summary>
    public static TasteObservations Of(Interactions interactions, Func<MemberId, FilmId, bool> isKept)
    {
        var persistence = Persistence.Of(interactions);
        var now = new Week(LastWeek(interactions) + 1);
        var starts = new int[interactions.MemberCount + 1];
        var entries = new List<WeightedDecision>(interactions.PairCount);
        for (var row = 0; row < interactions.MemberCount; row++)
        {
            foreach (var pair in interactions.Row(row))
            {
                if (isKept(interactions.Members[row], pair.Film))
                {
                    entries.Add(persistence.Weigh(pair, now));
                }
            }

            starts[row + 1] = entries.Count;
        }

        return new TasteObservations(interactions.FilmCount, starts, [.. entries]);
    }

    private static int LastWeek(Interactions interactions)
    {
        var last = 0;
        for (var row = 0; row < interactions.MemberCount; row++)
        {
            foreach (var pair in interactions.Row(row))
            {
                last = Math.Max(last, pair.Last.Week.Number);
            }
        }

        return last;
    }
}
