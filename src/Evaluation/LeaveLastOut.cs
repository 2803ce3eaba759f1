namespace MovieChain.Evaluation;

/// <summary>Leave-last-out split: the last row of each user is its test row.</summary>
internal static class LeaveLastOut
{
    /// <summary>
    /// The test row of a user has the latest timestamp; among several, the last one in the file. A user with a single row has only a training row.
    /// </summary>
    public static (RatingTable Training, RatingTable Test) Split(RatingTable ratings)
    {
        var (starts, rows) = ratings.ByUser();
        var isLast = new bool[ratings.Count];
        for (var user = 0; user < ratings.UserCount; user++)
        {
            var own = rows.AsSpan(starts[user]..starts[user + 1]);
            if (own.Length < 2)
            {
                continue;
            }

            var last = own[0];
            foreach (var row in own[1..])
            {
                last = ratings.Times[row] >= ratings.Times[last] ? row : last;
            }

            isLast[last] = true;
        }

        var (test, training) = ratings.Split(isLast);
        return (training, test);
    }
}
