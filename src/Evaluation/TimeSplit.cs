namespace MovieChain.Evaluation;

/// <summary>Split at a point in time, so that no model is trained on rows that are later than those it predicts.</summary>
internal static class TimeSplit
{
    /// <summary>
    /// Sorts the rows by time. The row at the fraction and all rows of its time or later are test rows; earlier rows are training rows.
    /// </summary>
    /// <param name="ratings">Ratings.</param>
    /// <param name="fraction">Fraction of the rows before the first test row, between 0 and 1.</param>
    /// <returns>The split; null if no row is earlier than the first test row.</returns>
    public static RatingSplit? Split(RatingTable ratings, double fraction)
    {
        var times = ratings.Times.Order().ToArray();
        var first = times[Math.Min((int)Math.Round(fraction * times.Length), times.Length - 1)];
        var (test, training) = ratings.Split(Array.ConvertAll(ratings.Times, time => time >= first));
        return training.Count == 0 ? null : new RatingSplit(training, test, new SplitRule(SplitKind.Time, fraction, first));
    }
}
