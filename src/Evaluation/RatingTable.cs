using Microsoft.ML.Data;
using MovieChain.Learning;

namespace MovieChain.Evaluation;

/// <summary>Ratings as columns of equal length, a row a rating; users and films are numbered densely from 0.</summary>
/// <param name="UserCount">How many users there are, those without a row included.</param>
/// <param name="FilmCount">How many films there are, those without a row included.</param>
/// <param name="Users">Who rated, by row.</param>
/// <param name="Films">What was rated, by row.</param>
/// <param name="Ratings">How it was rated, by row.</param>
/// <param name="Times">When, in seconds since 1970, by row.</param>
internal sealed record RatingTable(int UserCount, int FilmCount, int[] Users, int[] Films, float[] Ratings, long[] Times)
{
    public int Count => Users.Length;

    /// <summary>Some of the rows, in the order given.</summary>
    public RatingTable Select(ReadOnlySpan<int> rows)
    {
        var users = new int[rows.Length];
        var films = new int[rows.Length];
        var ratings = new float[rows.Length];
        var times = new long[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            users[i] = Users[rows[i]];
            films[i] = Films[rows[i]];
            ratings[i] = Ratings[rows[i]];
            times[i] = Times[rows[i]];
        }

        return new RatingTable(UserCount, FilmCount, users, films, ratings, times);
    }

    /// <summary>The rows for which a mark is set, and the others.</summary>
    public (RatingTable Marked, RatingTable Others) Split(ReadOnlySpan<bool> marks)
    {
        var marked = new List<int>();
        var others = new List<int>(Count);
        for (var row = 0; row < Count; row++)
        {
            (marks[row] ? marked : others).Add(row);
        }

        return (Select([.. marked]), Select([.. others]));
    }

    /// <summary>Where each user's rows begin in a list of all rows that is sorted by user and otherwise keeps their order, and that list.</summary>
    public (int[] Starts, int[] Rows) ByUser()
    {
        var starts = new int[UserCount + 1];
        foreach (var user in Users)
        {
            starts[user + 1]++;
        }

        for (var user = 0; user < UserCount; user++)
        {
            starts[user + 1] += starts[user];
        }

        var next = starts[..^1];
        var rows = new int[Count];
        for (var row = 0; row < Count; row++)
        {
            rows[next[Users[row]]++] = row;
        }

        return (starts, rows);
    }

    /// <summary>How many rows each user has.</summary>
    public int[] RowsOfUsers() => Tally(Users, UserCount);

    /// <summary>How many rows each film has.</summary>
    public int[] RowsOfFilms() => Tally(Films, FilmCount);

    /// <summary>The rows as the factorization's estimator takes them.</summary>
    /// <param name="isPositiveOnly">Whether a row is a sign of liking whatever its rating: all labels are 1 then.</param>
    public ColumnarDataView ToDataView(bool isPositiveOnly)
    {
        var labels = Ratings;
        if (isPositiveOnly)
        {
            labels = new float[Count];
            labels.AsSpan().Fill(1);
        }

        return new ColumnarDataView(
            ("Member", new KeyDataViewType(typeof(uint), UserCount), Keys(Users)),
            ("Film", new KeyDataViewType(typeof(uint), FilmCount), Keys(Films)),
            ("Label", NumberDataViewType.Single, labels));
    }

    private static uint[] Keys(int[] places) => Array.ConvertAll(places, place => (uint)place + 1);

    private static int[] Tally(int[] places, int count)
    {
        var tally = new int[count];
        foreach (var place in places)
        {
            tally[place]++;
        }

        return tally;
    }
}
