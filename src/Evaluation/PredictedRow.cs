namespace MovieChain.Evaluation;

/// <summary>Predicted rating of a test row.</summary>
/// <param name="Rating">The prediction, within the range of the training ratings.</param>
/// <param name="IsFilled">Whether the fallback model predicted it.</param>
internal readonly record struct PredictedRow(double Rating, bool IsFilled)
{
    /// <summary>
    /// Predicts all test rows. Predictions are clamped to the range of the training ratings. Where the model predicts NaN, the fallback model
    /// predicts, so that every row counts.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="fallback">The fallback model.</param>
    /// <param name="training">Training rows of both models.</param>
    /// <param name="test">Test rows.</param>
    /// <param name="workers">Thread budget.</param>
    public static PredictedRow[] Of(IRatingModel model, IRatingModel fallback, RatingTable training, RatingTable test, Workers workers)
    {
        double lowest = training.Ratings.Min();
        double highest = training.Ratings.Max();
        var rows = new PredictedRow[test.Count];
        workers.ForRanges(rows.Length, (start, end) =>
        {
            for (var row = start; row < end; row++)
            {
                var (user, film) = (test.Users[row], test.Films[row]);
                var predicted = model.Predict(user, film);
                var isFilled = double.IsNaN(predicted);
                rows[row] = new PredictedRow(Math.Clamp(isFilled ? fallback.Predict(user, film) : predicted, lowest, highest), isFilled);
            }
        });
        return rows;
    }
}
