using System.Text;

namespace MovieChain.Evaluation;

/// <summary>
/// A published list of candidates for each test row: a line <c>(user,film)</c> and, after tabs, the candidate films.
/// Source: He, Liao, Zhang, Nie, Hu, Chua, "Neural Collaborative Filtering", WWW 2017, whose data use this format.
/// </summary>
internal static class NegativesFile
{
    /// <summary>Reads the candidates by test row.</summary>
    /// <param name="stream">Contents of the file.</param>
    /// <param name="test">The test rows; each needs one line, in any order.</param>
    /// <param name="userIds">Users in the rating files.</param>
    /// <param name="filmIds">Films in the rating files.</param>
    /// <exception cref="MalformedFileException">A line has the wrong format, does not belong to a test row or names a film that is in no rating
    /// file, or a test row has no line.</exception>
    public static int[][] Read(Stream stream, RatingTable test, IdIndex userIds, IdIndex filmIds)
    {
        var rows = new Dictionary<(int User, int Film), int>();
        for (var row = 0; row < test.Count; row++)
        {
            rows.Add((test.Users[row], test.Films[row]), row);
        }

        var lists = new int[test.Count][];
        var reader = new LineReader(stream);
        var length = 0;
        while (reader.TryRead(out var line))
        {
            var number = reader.Number;
            var tab = line.IndexOf((byte)'\t');
            if (tab < 0 || line is not [(byte)'(', ..] || line[tab - 1] != (byte)')' || line[..tab].IndexOf((byte)',') is not (> 0 and var comma))
            {
                throw new MalformedFileException(number, "must be (user,film) and, after tabs, the candidate films");
            }

            var user = Id(line[1..comma], "user", number);
            var film = Id(line[(comma + 1)..(tab - 1)], "film", number);
            if (!userIds.TryGet(user, out var userIndex) || !filmIds.TryGet(film, out var filmIndex) || !rows.TryGetValue((userIndex, filmIndex), out var row))
            {
                throw new MalformedFileException(number, $"({user},{film}) is not a test row; the file belongs to another split");
            }

            if (lists[row] is not null)
            {
                throw new MalformedFileException(number, $"({user},{film}) has an earlier line");
            }

            var films = Films(line[(tab + 1)..], number, film, filmIds);
            length = length == 0 ? films.Length : length;
            if (films.Length != length)
            {
                throw new MalformedFileException(number, $"lists {films.Length} films, but line 1 lists {length}");
            }

            // A film listed twice is ranked once, as in the authors' program.
            lists[row] = [.. films.Distinct()];
        }

        var missing = Array.IndexOf(lists, null);
        return missing < 0
            ? lists
            : throw new MalformedFileException($"has no line for the test row ({userIds[test.Users[missing]]},{filmIds[test.Films[missing]]})");
    }

    private static int[] Films(ReadOnlySpan<byte> text, long line, string testFilm, IdIndex filmIds)
    {
        var films = new List<int>();
        foreach (var field in text.Split((byte)'\t'))
        {
            var film = Id(text[field], "film", line);
            if (film == testFilm)
            {
                throw new MalformedFileException(line, $"film {film} is the film of the test row itself");
            }

            films.Add(filmIds.TryGet(film, out var index)
                ? index
                : throw new MalformedFileException(line, $"film {film} is in no rating file; the files number films differently"));
        }

        return [.. films];
    }

    private static string Id(ReadOnlySpan<byte> text, string what, long line) =>
        text.Trim(" "u8) is { IsEmpty: false } id
            ? Encoding.UTF8.GetString(id)
            : throw new MalformedFileException(line, $"the {what} id is empty");
}
