namespace MovieChain.Learning;

/// <summary>
/// All records that a provider has read: for each member known by name, the films offered and bought; for the others, the number of
/// purchases of each film. Immutable. Members keep their row when records are added.
/// </summary>
internal sealed class Interactions
{
    private readonly Dictionary<MemberId, int> _rows;
    private readonly MemberId[] _members;
    private readonly int[] _rowStarts;
    private readonly Interaction[] _cells;
    private readonly long[] _offers;
    private readonly long[] _purchases;
    private readonly long[] _anonymousPurchases;

    private Interactions(
        Repeat repeat,
        Dictionary<MemberId, int> rows,
        int[] rowStarts,
        Interaction[] cells,
        long[] offers,
        long[] purchases,
        long[] anonymousPurchases,
        int mixedPairs)
    {
        Repeat = repeat;
        _rows = rows;
        _members = new MemberId[rows.Count];
        foreach (var (member, row) in rows)
        {
            _members[row] = member;
        }

        _rowStarts = rowStarts;
        _cells = cells;
        _offers = offers;
        _purchases = purchases;
        _anonymousPurchases = anonymousPurchases;
        Lines = offers.Sum();
        MixedPairCount = mixedPairs;
    }

    /// <summary>How often a member can buy one film.</summary>
    public Repeat Repeat { get; }

    public int FilmCount => _offers.Length;

    /// <summary>Members known by name; each has a row, counted from 0.</summary>
    public int MemberCount => _rowStarts.Length - 1;

    /// <summary>Distinct pairs of a member and a film on record.</summary>
    public int PairCount => _rowStarts[^1];

    /// <summary>Pairs with both decisions (<see cref="Interaction.IsMixed"/>).</summary>
    public int MixedPairCount { get; }

    /// <summary>Whether no purchase and no offer is on record at all.</summary>
    public bool IsEmpty => Lines == 0 && !_anonymousPurchases.AsSpan().ContainsAnyExcept(0);

    /// <summary>Order lines of members known by name, bought or declined: at most one for each member, film and week.</summary>
    public long Lines { get; }

    /// <summary>The members known by name, by row.</summary>
    public ReadOnlySpan<MemberId> Members => _members;

    public static Interactions None(int filmCount, Repeat repeat = Repeat.Rent) =>
        new(repeat, [], [0], [], new long[filmCount], new long[filmCount], new long[filmCount], mixedPairs: 0);

    /// <summary>Finds a member's row; false if the member is not known by name.</summary>
    public bool TryGetRow(MemberId member, out int row) => _rows.TryGetValue(member, out row);

    /// <summary>The records of the member in a row, by film number.</summary>
    public ReadOnlySpan<Interaction> Row(int row) => _cells.AsSpan(_rowStarts[row].._rowStarts[row + 1]);

    /// <summary>Whether the member has bought the film for good: it does not buy it again.</summary>
    public bool IsSold(Interaction pair) => Repeat == Repeat.Once && pair.Purchases > 0;

    /// <summary>Offers of a film to members known by name.</summary>
    public long Offers(FilmId film) => _offers[film.Index];

    /// <summary>Purchases of a film by members known by name.</summary>
    public long Purchases(FilmId film) => _purchases[film.Index];

    /// <summary>Purchases of a film by members not known by name.</summary>
    public long AnonymousPurchases(FilmId film) => _anonymousPurchases[film.Index];

    /// <summary>The same records with at least as many films; the new ones have no records.</summary>
    public Interactions WithFilms(int filmCount)
    {
        return filmCount == FilmCount
            ? this
            : new(Repeat, _rows, _rowStarts, _cells, Longer(_offers), Longer(_purchases), Longer(_anonymousPurchases), MixedPairCount);

        long[] Longer(long[] counts) => [.. counts, .. new long[filmCount - counts.Length]];
    }

    /// <summary>The records without those of other members known by name. Rows are renumbered; anonymous purchases stay.</summary>
    public Interactions Where(Predicate<MemberId> isKept) =>
        Array.TrueForAll(_members, isKept) ? this : OfRows(Enumerable.Range(0, MemberCount).Where(row => isKept(_members[row])));

    /// <summary>The records of at most so many members, evenly spaced over the rows.</summary>
    public Interactions EvenlySpaced(int most) =>
        MemberCount <= most ? this : OfRows(Enumerable.Range(0, most).Select(i => (int)((long)i * MemberCount / most)));

    private Interactions OfRows(IEnumerable<int> keptRows)
    {
        var rows = new Dictionary<MemberId, int>();
        var rowStarts = new List<int> { 0 };
        var cells = new List<Interaction>();
        var offers = new long[FilmCount];
        var purchases = new long[FilmCount];
        var mixed = 0;
        foreach (var row in keptRows)
        {
            foreach (var cell in Row(row))
            {
                cells.Add(cell);
                offers[cell.Film.Index] += cell.Offers;
                purchases[cell.Film.Index] += cell.Purchases;
                mixed += cell.IsMixed ? 1 : 0;
            }

            rows.Add(_members[row], rows.Count);
            rowStarts.Add(cells.Count);
        }

        return new Interactions(Repeat, rows, [.. rowStarts], [.. cells], offers, purchases, _anonymousPurchases, mixed);
    }

    /// <summary>Adds records to earlier ones.</summary>
    internal sealed class Builder(Interactions before)
    {
        private readonly Dictionary<MemberId, int> _rows = new(before._rows);
        private readonly long[] _offers = [.. before._offers];
        private readonly long[] _purchases = [.. before._purchases];
        private readonly long[] _anonymousPurchases = [.. before._anonymousPurchases];
        private readonly List<(int Row, Interaction Line)> _lines = [];

        /// <summary>The row of a member; a new row for a new member.</summary>
        public int RowOf(MemberId member)
        {
            if (!_rows.TryGetValue(member, out var row))
            {
                row = _rows.Count;
                _rows.Add(member, row);
            }

            return row;
        }

        public void AddLine(int row, FilmId film, bool bought, Week week) =>
            _lines.Add((row, new Interaction(film, 1, (ushort)(bought ? 1 : 0), new Decision(week, bought))));

        public void AddAnonymousPurchase(FilmId film) => _anonymousPurchases[film.Index]++;

        public Interactions Build()
        {
            var (lineStarts, lines) = SortByRow();
            var rowStarts = new int[_rows.Count + 1];
            var cells = new Interaction[before.PairCount + lines.Length];
            var (length, mixed) = (0, 0);
            for (var row = 0; row < _rows.Count; row++)
            {
                var added = lines.AsSpan(lineStarts[row]..lineStarts[row + 1]);
                added.Sort(InOrder);
                length += Merge(row < before.MemberCount ? before.Row(row) : [], added, cells.AsSpan(length));
                rowStarts[row + 1] = length;
                foreach (var cell in cells.AsSpan(rowStarts[row]..length))
                {
                    mixed += cell.IsMixed ? 1 : 0;
                }
            }

            return new Interactions(before.Repeat, _rows, rowStarts, cells, _offers, _purchases, _anonymousPurchases, mixed);
        }

        private (int[] Starts, Interaction[] Lines) SortByRow()
        {
            var starts = new int[_rows.Count + 1];
            foreach (var (row, _) in _lines)
            {
                starts[row + 1]++;
            }

            for (var row = 0; row < _rows.Count; row++)
            {
                starts[row + 1] += starts[row];
            }

            var next = starts.AsSpan(0, _rows.Count).ToArray();
            var sorted = new Interaction[_lines.Count];
            foreach (var (row, line) in _lines)
            {
                sorted[next[row]++] = line;
            }

            return (starts, sorted);
        }

        /// <summary>Orders lines by film, then week; within a week the purchase, at most one, comes first.</summary>
        private static int InOrder(Interaction left, Interaction right) =>
            (left.Film.CompareTo(right.Film), left.Last.Week.Number - right.Last.Week.Number) switch
            {
                (0, 0) => right.Purchases - left.Purchases,
                (0, var weeks) => weeks,
                var (films, _) => films,
            };

        /// <summary>Merges a member's records with added lines, both sorted, into one entry a film; returns their number.</summary>
        private int Merge(ReadOnlySpan<Interaction> known, ReadOnlySpan<Interaction> added, Span<Interaction> merged)
        {
            var length = 0;
            while (!known.IsEmpty || !added.IsEmpty)
            {
                if (added.IsEmpty || (!known.IsEmpty && known[0].Film <= added[0].Film))
                {
                    merged[length++] = known[0];
                    known = known[1..];
                    continue;
                }

                var line = added[0];
                added = added[1..];
                var isMet = length > 0 && merged[length - 1].Film == line.Film;
                if (isMet && IsVoid(line, merged[length - 1]))
                {
                    continue;
                }

                _offers[line.Film.Index]++;
                _purchases[line.Film.Index] += line.Purchases;
                if (isMet)
                {
                    ref var last = ref merged[length - 1];
                    last = new(line.Film, (ushort)(last.Offers + 1), (ushort)(last.Purchases + line.Purchases), line.Last);
                }
                else
                {
                    merged[length++] = line;
                }
            }

            return length;
        }

        /// <summary>Whether a line carries no information: a second line of the same film and week (a member decides about a film once a week,
        /// and declines the same film from other providers), or a line of a film that the member has bought for good.</summary>
        private bool IsVoid(Interaction line, Interaction known) =>
            line.Last.Week.Number <= known.Last.Week.Number || before.IsSold(known);
    }
}
