using System.Text;

namespace MovieChain.Evaluation;

/// <summary>Candidates listed in a file.</summary>
/// <param name="Films">Films by test row, each once and never the film of the test row.</param>
/// <param name="OwnFilms">Test rows whose list named the film of the test row, which is dropped.</param>
/// <param name="Repeated">Entries that repeat a film of the same list, which are dropped.</param>
internal sealed record NegativeLists(int[][] Films, int OwnFilms, int Repeated);

/// <summary>
/// A published list of candidates for each test row: a line <c>(user,film)</c> and, after tabs, the candidate films. Lists may have different lengths.
/// As in the program of the source, a film that is listed twice is ranked once, and so is the film of the test row where its own list names it. A film
/// that the user has in a training row stays.
/// Source: He, Liao, Zhang, Nie, Hu, Chua, "Neural Collaborative Filtering", WWW 2017, whose data use this format.
/// </summary>
internal static class NegativesFile
{
    /// <summary>Reads the candidates by test row.</summary>
    /// <param name="stream">Contents of the file.</param>
    /// <param name="test">The test rows; each needs one line, in any order.</param>
    /// <param name="userIds">Users in the rating files.</param>
    /// <param name="filmIds">Films in the rating files.</param>
    /// <exception cref="MalformedFileException">A line has the wrong format, does not belong to a test row, names a film that is in no rating
    /// file or no other film than the one of the test row, or a test row has no line.</exception>
    public static NegativeLists Read(Stream stream, RatingTable test, IdIndex userIds, IdIndex filmIds)
    {
        var rows = new Dictionary<(int User, int Film), int>();
        for (var row = 0; row < test.Count; row++)
        {
            rows.Add((test.Users[row], test.Films[row]), row);
        }

        var lists = new int[test.Count][];
        var (ownFilms, repeated) = (0, 0);
        var reader = new LineReader(stream);
        long? blank = null;
        while (reader.TryRead(out var line))
        {
            line = line.TrimEnd("\t "u8);
            if (line.IsEmpty)
            {
                blank ??= reader.Number;
                continue;
            }

            // Blank lines are accepted at the end only.
            var number = blank ?? reader.Number;
            var tab = line.IndexOf((byte)'\t');
            if (blank is not null || tab < 0 || line is not [(byte)'(', ..] || line[tab - 1] != (byte)')'
                || line[..tab].IndexOf((byte)',') is not (> 0 and var comma))
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

            var listed = Films(line[(tab + 1)..], number, filmIds);
            var films = listed.Distinct().ToList();
            repeated += listed.Count - films.Count;
            ownFilms += films.Remove(filmIndex) ? 1 : 0;
            if (films.Count == 0)
            {
                throw new MalformedFileException(number, $"lists no film besides {film}, the film of the test row itself");
            }

            lists[row] = [.. films];
        }

        var missing = Array.IndexOf(lists, null);
        return missing < 0
            ? new NegativeLists(lists, ownFilms, repeated)
            : throw new MalformedFileException($"has no line for the test row ({userIds[test.Users[missing]]},{filmIds[test.Films[missing]]})");
    }

    private static List<int> Films(ReadOnlySpan<byte> text, long line, IdIndex filmIds)
    {
        var films = new List<int>();
        foreach (var field in text.Split((byte)'\t'))
        {
            var film = Id(text[field], "film", line);
            films.Add(filmIds.TryGet(film, out var index)
                ? index
                : throw new MalformedFileException(line, $"film {film} is in no rating file; the files number films differently"));
        }

        return films;
    }

    private static string Id(ReadOnlySpan<byte> text, string what, long line) =>
        text.Trim(" "u8) is { IsEmpty: false } id
            ? Encoding.UTF8.GetString(id)
            : throw new MalformedFileException(line, $"the {what} id is empty");
}
