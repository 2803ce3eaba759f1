namespace MovieChain.Evaluation;

/// <summary>Errors of predicted ratings.</summary>
/// <param name="Rmse">Root mean squared error, in units of rating.</param>
/// <param name="Mae">Mean absolute error, in units of rating.</param>
/// <param name="Filled">Test rows that the fallback model predicted.</param>
internal readonly record struct RatingError(double Rmse, double Mae, int Filled)
{
    /// <summary>Errors over all test rows; at least one.</summary>
    public static RatingError Of(PredictedRow[] predicted, RatingTable test) => Of(predicted, test, [.. Enumerable.Range(0, test.Count)]);

    /// <summary>Errors over some test rows; at least one. Sums are in the order given.</summary>
    public static RatingError Of(PredictedRow[] predicted, RatingTable test, int[] rows)
    {
        double squares = 0;
        double distances = 0;
        var filled = 0;
        foreach (var row in rows)
        {
            var error = predicted[row].Rating - test.Ratings[row];
            squares += error * error;
            distances += Math.Abs(error);
            filled += predicted[row].IsFilled ? 1 : 0;
        }

        return new RatingError(Math.Sqrt(squares / rows.Length), distances / rows.Length, filled);
    }
}
