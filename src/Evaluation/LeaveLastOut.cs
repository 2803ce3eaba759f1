using MovieChain.Randomness;

namespace MovieChain.Evaluation;

/// <summary>Leave-last-out split: the last row of each user is its test row.</summary>
internal static class LeaveLastOut
{
    /// <summary>
    /// The test row of a user has the latest timestamp; it is drawn if several rows have it. A user with a single row has only a training row.
    /// </summary>
    /// <param name="ratings">Ratings.</param>
    /// <param name="streams">Random streams.</param>
    /// <param name="purpose">Purpose of the random streams.</param>
    public static RatingSplit Split(RatingTable ratings, RandomStreams streams, StreamPurpose purpose)
    {
        var (starts, rows) = ratings.ByUser();
        var isLast = new bool[ratings.Count];
        var usersWithTies = 0;
        for (var user = 0; user < ratings.UserCount; user++)
        {
            var own = rows[starts[user]..starts[user + 1]];
            if (own.Length < 2)
            {
                continue;
            }

            var latest = own.Max(row => ratings.Times[row]);
            var tied = Array.FindAll(own, row => ratings.Times[row] == latest);
            usersWithTies += tied.Length > 1 ? 1 : 0;
            isLast[tied[streams.For(purpose, user).NextInt32(0, tied.Length - 1)]] = true;
        }

        var (test, training) = ratings.Split(isLast);
        return new RatingSplit(training, test, new SplitRule(SplitKind.LastRow, UsersWithTies: usersWithTies));
    }
}
