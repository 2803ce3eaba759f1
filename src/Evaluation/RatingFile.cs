using System.Collections.Immutable;
using System.Text;
using MovieChain.Evaluation.Files;

namespace MovieChain.Evaluation;

/// <summary>
/// Rows of a rating file. Reading is strict: a malformed row, or a second rating of a film by the same user, is an error with its line number. No row is
/// skipped.
/// </summary>
internal sealed class RatingFile
{
    /// <summary>Largest number of rows; three times the largest file that MovieLens publishes.</summary>
    public const int MaxRows = 100_000_000;

    /// <summary>Largest absolute value of a rating.</summary>
    public const double MaxRating = 1000;

    private const int BytesToDetectFrom = 1 << 16;

    private readonly IdIndex _userIds;
    private readonly IdIndex _filmIds;
    private readonly FieldReader _reader;
    private readonly List<int> _users = [];
    private readonly List<int> _films = [];
    private readonly List<float> _ratings = [];
    private readonly List<double> _times = [];
    private readonly List<int> _lines = [];

    private ImmutableArray<string> _header = [];
    private RatingColumns? _columns;
    private int _fieldCount;
    private bool? _hasIsoTimes;
    private int[] _sortedLines = [];

    private RatingFile(RatingLayout layout, FieldReader reader, IdIndex userIds, IdIndex filmIds)
    {
        Layout = layout;
        _reader = reader;
        _userIds = userIds;
        _filmIds = filmIds;
    }

    public RatingLayout Layout { get; }

    public int Count => _users.Count;

    /// <summary>Reads a file.</summary>
    /// <param name="contents">Contents of the file, as they are on the disk.</param>
    /// <param name="format">What is known about the format.</param>
    /// <param name="userIds">Index of the users, shared by files that belong together.</param>
    /// <param name="filmIds">Index of the films, shared likewise.</param>
    /// <param name="cancellation">Cancels reading.</param>
    /// <exception cref="MalformedFileException">A row is malformed, or there are no ratings.</exception>
    public static RatingFile Read(
        Stream contents, RatingFormat format, IdIndex userIds, IdIndex filmIds, CancellationToken cancellation = default) => TextStream.Read(contents, text =>
        {
            var layout = format.Layout ?? RatingLayouts.Detect(Encoding.UTF8.GetString(text.Peek(BytesToDetectFrom))) ?? RatingLayout.Csv;
            using var reader = new FieldReader(text, layout);
            var file = new RatingFile(layout, reader, userIds, filmIds);
            file.ReadRows(format, cancellation);
            return file;
        });

    /// <summary>Line number of a row of the table.</summary>
    public int LineOf(int row) => _sortedLines[row];

    /// <summary>The ratings, sorted by user and film whatever their order in the file is. All files that share the indices must have been read.</summary>
    /// <exception cref="MalformedFileException">A user rated a film twice.</exception>
    public RatingTable ToTable()
    {
        var keys = new long[Count];
        var rows = new int[Count];
        for (var row = 0; row < Count; row++)
        {
            keys[row] = ((long)_userIds.IndexOf(_users[row]) << 32) | (uint)_filmIds.IndexOf(_films[row]);
            rows[row] = row;
        }

        Array.Sort(keys, rows);
        for (var i = 1; i < keys.Length; i++)
        {
            if (keys[i] == keys[i - 1])
            {
                throw RepeatedPair();
            }
        }

        _sortedLines = Array.ConvertAll(rows, row => _lines[row]);
        return new RatingTable(
            _userIds.Count,
            _filmIds.Count,
            Array.ConvertAll(keys, key => (int)(key >> 32)),
            Array.ConvertAll(keys, key => (int)key),
            Array.ConvertAll(rows, row => _ratings[row]),
            Array.ConvertAll(rows, row => _times[row]));
    }

    private void ReadRows(RatingFormat format, CancellationToken cancellation)
    {
        while (_reader.TryRead())
        {
            if (_columns is null && IsHeader(format))
            {
                continue;
            }

            if (Count == MaxRows)
            {
                throw new MalformedFileException(_reader.Line, $"the file has more than {MaxRows} ratings");
            }

            AddRow(_columns!);
            if (Count % (1 << 16) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
        }

        if (Count == 0)
        {
            throw new MalformedFileException(_columns is null ? "is empty" : "holds no ratings below its header");
        }
    }

    /// <summary>Finds the columns by the first record. True if it is a header, and no row.</summary>
    private bool IsHeader(RatingFormat format)
    {
        ImmutableArray<string> first = [.. Enumerable.Range(0, _reader.Count).Select(place => Encoding.UTF8.GetString(_reader[place]))];
        try
        {
            _columns = RatingColumns.Find(first, format);
        }
        catch (ColumnFault fault)
        {
            throw new MalformedFileException(_reader.Line, $"{_reader.QuoteRecord()} {fault.Message}");
        }

        _fieldCount = first.Length;
        _header = _columns.HasHeader ? first : [];
        return _columns.HasHeader;
    }

    private void AddRow(RatingColumns columns)
    {
        if (_reader.Count != _fieldCount)
        {
            CheckFieldCount();
            columns = _columns!;
        }

        var user = AddId(_userIds, columns.User, "user");
        var film = AddId(_filmIds, columns.Film, "film");
        _ratings.Add(columns.Rating is { } rating ? ReadRating(rating) : 1);
        _times.Add(columns.Time is { } time ? ReadTime(time) : 0);
        _users.Add(user);
        _films.Add(film);
        _lines.Add((int)_reader.Line);
    }

    /// <summary>The first row may have one field more than the header: R's <c>write.table</c> gives its row names no header.</summary>
    private void CheckFieldCount()
    {
        var hasRowNames = Count == 0 && _columns!.IsByName && _reader.Count == _fieldCount + 1 && !_reader[_fieldCount].IsEmpty;
        if (!hasRowNames)
        {
            throw new MalformedFileException(
                _reader.Line, $"{_reader.QuoteRecord()} has {RatingColumns.Fields(_reader.Count)} separated by {Layout.Words()}, but the first line has {_fieldCount}");
        }

        _fieldCount++;
        _header = _header.Insert(0, "");
        _columns = _columns!.ShiftRight();
    }

    private int AddId(IdIndex ids, int place, string what)
    {
        var id = _reader[place];
        if (id.IsEmpty)
        {
            throw Fault(place, $"the {what} id is empty");
        }

        try
        {
            return ids.Add(id);
        }
        catch (DecoderFallbackException)
        {
            throw Fault(place, $"the {what} id {_reader.Quote(place)} is not UTF-8; save the file as UTF-8");
        }
    }

    private float ReadRating(int place) => RatingText.TryParseNumber(_reader[place], HasDecimalComma, out var rating) && Math.Abs(rating) <= MaxRating
        ? (float)rating
        : throw Fault(place, $"rating {_reader.Quote(place)} must be a number from {-MaxRating} to {MaxRating}");

    private double ReadTime(int place)
    {
        var text = _reader[place];
        var isNumber = RatingText.TryParseNumber(text, HasDecimalComma, out var time);
        if (!isNumber && !RatingText.TryParseIsoTime(text, out time))
        {
            throw Fault(place, $"time {_reader.Quote(place)} must be a number, or an ISO date or time such as 2009-12-14 or 2009-12-14T03:12:24Z");
        }

        _hasIsoTimes ??= !isNumber;
        return _hasIsoTimes == !isNumber
            ? time
            : throw Fault(place, $"time {_reader.Quote(place)} is {(isNumber ? "a number" : "a date")}, but the times before are {(isNumber ? "dates" : "numbers")}");
    }

    /// <summary>A comma may be the decimal point wherever it does not separate.</summary>
    private bool HasDecimalComma => Layout != RatingLayout.Csv;

    private MalformedFileException Fault(int place, string message) => new(
        _reader.Line, $"column {(_header.IsEmpty || _header[place].Length == 0 ? $"{place + 1}" : $"'{_header[place]}'")}: {message}");

    /// <summary>A user has at most one rating per film: a second one is a fault of the file and would count twice.</summary>
    private MalformedFileException RepeatedPair()
    {
        var lines = new Dictionary<(int User, int Film), int>();
        var row = 0;
        while (lines.TryAdd((_users[row], _films[row]), _lines[row]))
        {
            row++;
        }

        var pair = (User: _users[row], Film: _films[row]);
        return new MalformedFileException(
            _lines[row], $"user {_userIds[_userIds.IndexOf(pair.User)]} rated film {_filmIds[_filmIds.IndexOf(pair.Film)]} already in line {lines[pair]}");
    }
}
