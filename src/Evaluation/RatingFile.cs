using System.Globalization;
using System.Text;

namespace MovieChain.Evaluation;

/// <summary>
/// Rows of a rating file in a format of MovieLens. Reading is strict: a malformed line, or a second rating of a film by the same user, is an
/// error with its line number. No line is skipped.
/// </summary>
internal sealed class RatingFile
{
    /// <summary>Largest number of rows; three times the largest file that MovieLens publishes.</summary>
    public const int MaxRows = 100_000_000;

    /// <summary>Largest absolute value of a rating.</summary>
    public const double MaxRating = 1000;

    /// <summary>Latest timestamp: 2⁵³ − 1, the largest integer that every JSON reader keeps exactly.</summary>
    public const long MaxTime = (1L << 53) - 1;

    private const int Fields = 4;
    private static readonly string[] _names = ["user id", "film id", "rating", "timestamp"];

    private readonly IdIndex _userIds;
    private readonly IdIndex _filmIds;
    private readonly List<int> _users = [];
    private readonly List<int> _films = [];
    private readonly List<float> _ratings = [];
    private readonly List<long> _times = [];

    private RatingFile(IdIndex userIds, IdIndex filmIds)
    {
        _userIds = userIds;
        _filmIds = filmIds;
    }

    public RatingLayout Layout { get; private set; }

    /// <summary>Line number of the first row: 2 after a header.</summary>
    public int FirstLine { get; private set; } = 1;

    public int Count => _users.Count;

    /// <summary>Reads a file.</summary>
    /// <param name="stream">Contents of the file.</param>
    /// <param name="layout">Layout of the file; null to detect it from the first line.</param>
    /// <param name="userIds">Index of the users, shared by files that belong together.</param>
    /// <param name="filmIds">Index of the films, shared likewise.</param>
    /// <param name="cancellation">Cancels reading.</param>
    /// <exception cref="MalformedFileException">A line is malformed, or there are no ratings.</exception>
    public static RatingFile Read(Stream stream, RatingLayout? layout, IdIndex userIds, IdIndex filmIds, CancellationToken cancellation = default)
    {
        var file = new RatingFile(userIds, filmIds);
        var reader = new LineReader(stream);
        while (reader.TryRead(out var line))
        {
            if (reader.Number == 1)
            {
                file.Layout = layout ?? Detect(line);
                if (file.Layout == RatingLayout.Csv && line is [not (>= (byte)'0' and <= (byte)'9'), ..])
                {
                    CheckHeader(line);
                    file.FirstLine = 2;
                    continue;
                }
            }

            if (file.Count == MaxRows)
            {
                throw new MalformedFileException(reader.Number, $"the file has more than {MaxRows} ratings");
            }

            file.Add(line, reader.Number);
            if (file.Count % (1 << 16) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }
        }

        if (file.Count == 0)
        {
            throw new MalformedFileException(reader.Number == 0 ? "is empty" : "holds no ratings below its header");
        }

        file.CheckPairsAreUnique(file.ToTable());
        return file;
    }

    /// <summary>Line number of a row.</summary>
    public long LineOf(int row) => (long)row + FirstLine;

    /// <summary>The ratings. Users and films include all that the indices hold by now.</summary>
    public RatingTable ToTable() =>
        new(_userIds.Count, _filmIds.Count, [.. _users], [.. _films], [.. _ratings], [.. _times]);

    private static RatingLayout Detect(ReadOnlySpan<byte> line)
    {
        if (line.IndexOf("::"u8) >= 0)
        {
            return RatingLayout.Colons;
        }

        return line.Contains((byte)'\t') ? RatingLayout.Tab
            : line.Contains((byte)',') ? RatingLayout.Csv
            : throw new MalformedFileException(1, $"'{Quote(line)}' must have fields separated by commas, tabs or '::'");
    }

    /// <summary>The published header, <c>userId,movieId,rating,timestamp</c>, in upper or lower case and with or without underscores.</summary>
    private static void CheckHeader(ReadOnlySpan<byte> line)
    {
        var names = Encoding.UTF8.GetString(line).Replace("_", "", StringComparison.Ordinal).Trim('\uFEFF');
        if (!names.Equals("userId,movieId,rating,timestamp", StringComparison.OrdinalIgnoreCase))
        {
            throw new MalformedFileException(1, $"the header '{Quote(line)}' must be userId,movieId,rating,timestamp");
        }
    }

    private void Add(ReadOnlySpan<byte> line, long number)
    {
        Span<Range> fields = stackalloc Range[Fields + 1];
        var separator = Layout switch
        {
            RatingLayout.Csv => ","u8,
            RatingLayout.Tab => "\t"u8,
            _ => "::"u8,
        };
        var count = SplitFields(line, separator, fields);
        if (count != Fields)
        {
            throw new MalformedFileException(
                number, line.IsEmpty ? "is empty" : $"'{Quote(line)}' must have four fields: user, film, rating and timestamp{LayoutWords}");
        }

        var user = WholeNumber(line[fields[0]], int.MaxValue, field: 0, number);
        var film = WholeNumber(line[fields[1]], int.MaxValue, field: 1, number);
        if (!double.TryParse(line[fields[2]], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var rating)
            || !(rating >= -MaxRating && rating <= MaxRating))
        {
            throw new MalformedFileException(number, $"rating '{Quote(line[fields[2]])}' must be a number from {-MaxRating} to {MaxRating}");
        }

        var time = WholeNumber(line[fields[3]], MaxTime, field: 3, number);
        _users.Add(_userIds.Add((int)user));
        _films.Add(_filmIds.Add((int)film));
        _ratings.Add((float)rating);
        _times.Add(time);
    }

    private string LayoutWords => Layout switch
    {
        RatingLayout.Csv => ", separated by commas",
        RatingLayout.Tab => ", separated by tabs",
        _ => ", separated by '::'",
    };

    /// <summary>Finds up to one field too many and returns their number.</summary>
    private static int SplitFields(ReadOnlySpan<byte> line, ReadOnlySpan<byte> separator, Span<Range> fields)
    {
        var start = 0;
        for (var count = 0; count < fields.Length; count++)
        {
            var length = line[start..].IndexOf(separator);
            if (length < 0)
            {
                fields[count] = start..;
                return count + 1;
            }

            fields[count] = start..(start + length);
            start += length + separator.Length;
        }

        return fields.Length;
    }

    private static long WholeNumber(ReadOnlySpan<byte> text, long max, int field, long line) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= max
            ? value
            : throw new MalformedFileException(line, $"{_names[field]} '{Quote(text)}' must be a whole number from 0 to {max}");

    /// <summary>Text of the file for a message, shortened to 60 bytes.</summary>
    private static string Quote(ReadOnlySpan<byte> text)
    {
        const int Longest = 60;
        return text.Length <= Longest ? Encoding.UTF8.GetString(text) : $"{Encoding.UTF8.GetString(text[..Longest])}…";
    }

    /// <summary>A user has at most one rating per film: a second one is a fault of the file and would count twice.</summary>
    private void CheckPairsAreUnique(RatingTable table)
    {
        var (starts, rows) = table.ByUser();
        var seen = new int[table.FilmCount];
        var second = int.MaxValue;
        var first = 0;
        for (var user = 0; user < table.UserCount; user++)
        {
            foreach (var row in rows.AsSpan(starts[user]..starts[user + 1]))
            {
                ref var before = ref seen[table.Films[row]];
                if (before > 0 && table.Users[before - 1] == user && row < second)
                {
                    (first, second) = (before - 1, row);
                }

                before = row + 1;
            }
        }

        if (second < int.MaxValue)
        {
            throw new MalformedFileException(
                LineOf(second), $"user {_userIds[_users[second]]} rated film {_filmIds[_films[second]]} already in line {LineOf(first)}");
        }
    }
}
