using System.Globalization;
using System.Text;
using MovieChain.Evaluation;
using MovieChain.Evaluation.Files;
using MovieChain.Randomness;

namespace MovieChain.Tests.Evaluation;

/// <summary>Ratings made for tests.</summary>
internal static class Tables
{
    /// <summary>A table of rows (user, film, rating), the row's number as its time.</summary>
    public static RatingTable Of(int users, int films, params (int User, int Film, double Rating)[] rows) => new(
        users,
        films,
        [.. rows.Select(row => row.User)],
        [.. rows.Select(row => row.Film)],
        [.. rows.Select(row => (float)row.Rating)],
        [.. rows.Select((_, place) => (double)place)]);

    /// <summary>Users of two tastes who rate some films of two kinds from 1 to 5; each pair at most once, in no order.</summary>
    public static RatingTable TwoTastes(int users = 60, int films = 40, ulong seed = 1)
    {
        var streams = new RandomStreams(seed);
        var rows = new List<(int User, int Film, double Rating, uint Key)>();
        for (var user = 0; user < users; user++)
        {
            var stream = streams.For(StreamPurpose.Member, user);
            for (var film = 0; film < films; film++)
            {
                var likes = user % 2 == film % 2;
                if (stream.NextDouble() < (likes ? 0.5 : 0.2))
                {
                    rows.Add((user, film, stream.NextInt32(likes ? 3 : 1, likes ? 5 : 3), stream.NextUInt32()));
                }
            }
        }

        return Of(users, films, [.. rows.OrderBy(row => row.Key).Select(row => (row.User, row.Film, row.Rating))]);
    }

    /// <summary>A split as given by others.</summary>
    public static RatingSplit Given(RatingTable training, RatingTable test) => new(training, test, new SplitRule(SplitKind.Given));

    /// <summary>A split that leaves each user's last row out.</summary>
    public static RatingSplit LastOut(RatingTable table, ulong seed = 1) => LeaveLastOut.Split(table, new RandomStreams(seed), StreamPurpose.LastRow);

    /// <summary>The text of a file with a table's rows; ids are 10 × user + 3 and 7 × film + 1.</summary>
    public static string Text(RatingTable table, RatingLayout layout)
    {
        var separator = layout.Separator();
        var text = new StringBuilder(layout == RatingLayout.Csv ? "userId,movieId,rating,timestamp\n" : "");
        for (var row = 0; row < table.Count; row++)
        {
            text.AppendJoin(
                separator,
                (10 * table.Users[row]) + 3,
                (7 * table.Films[row]) + 1,
                table.Ratings[row].ToString(CultureInfo.InvariantCulture),
                table.Times[row]).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Reads a text as a rating file.</summary>
    public static (RatingFile File, RatingTable Table, IdIndex Users, IdIndex Films) Read(string text, RatingFormat? format = null)
    {
        var (users, films) = (new IdIndex(), new IdIndex());
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var file = RatingFile.Read(stream, format ?? RatingFormat.Any, users, films);
        return (file, file.ToTable(), users, films);
    }
}
