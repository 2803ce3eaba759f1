namespace MovieChain.Evaluation;

/// <summary>Takes each user's last row out, to measure on.</summary>
internal static class LeaveLastOut
{
    /// <summary>
    /// Splits off the row with each user's latest timestamp; of several the one that stands last in the file. A user with a single row
    /// keeps it for training and is not measured.
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
