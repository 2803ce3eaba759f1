using Microsoft.ML.Data;
using MovieChain.Learning;

namespace MovieChain.Evaluation;

/// <summary>Ratings as columns of equal length, one row per rating. Users and films are indices from 0.</summary>
/// <param name="UserCount">Number of users, including users without a row.</param>
/// <param name="FilmCount">Number of films, including films without a row.</param>
/// <param name="Users">User by row.</param>
/// <param name="Films">Film by row.</param>
/// <param name="Ratings">Rating by row.</param>
/// <param name="Times">Time by row, in the unit of the file; only the order matters.</param>
internal sealed record RatingTable(int UserCount, int FilmCount, int[] Users, int[] Films, float[] Ratings, double[] Times)
{
    public int Count => Users.Length;

    /// <summary>The marked rows and the other rows, in order.</summary>
    public (RatingTable Marked, RatingTable Others) Split(ReadOnlySpan<bool> marks)
    {
        var marked = new List<int>();
        var others = new List<int>(Count);
        for (var row = 0; row < Count; row++)
        {
            (marks[row] ? marked : others).Add(row);
        }

        return (Select(marked), Select(others));
    }

    /// <summary>All row numbers sorted by user, otherwise in order, and for each user the start of its rows in this list; the last entry is the end of
    /// the list.</summary>
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

    public int[] RowsOfUsers() => Tally(Users, UserCount);

    public int[] RowsOfFilms() => Tally(Films, FilmCount);

    /// <summary>The rows as input of the factorization estimator.</summary>
    /// <param name="isPositiveOnly">Whether every row is a positive example whatever its rating: then all labels are 1.</param>
    public ColumnarDataView ToDataView(bool isPositiveOnly)
    {
        var labels = isPositiveOnly ? Array.ConvertAll(Ratings, _ => 1f) : Ratings;
        return new ColumnarDataView(
            ("Member", new KeyDataViewType(typeof(uint), UserCount), Keys(Users)),
            ("Film", new KeyDataViewType(typeof(uint), FilmCount), Keys(Films)),
            ("Label", NumberDataViewType.Single, labels));
    }

    private RatingTable Select(List<int> rows)
    {
        return new RatingTable(UserCount, FilmCount, Of(Users), Of(Films), Of(Ratings), Of(Times));

        T[] Of<T>(T[] column) => [.. rows.Select(row => column[row])];
    }

    private static uint[] Keys(int[] indices) => Array.ConvertAll(indices, index => (uint)index + 1);

    private static int[] Tally(int[] indices, int count)
    {
        var tally = new int[count];
        foreach (var index in indices)
        {
            tally[index]++;
        }

        return tally;
    }
}
