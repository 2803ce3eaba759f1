namespace MovieChain.Evaluation;

/// <summary>Errors of predicted ratings.</summary>
/// <param name="Rmse">Root mean squared error, in units of rating.</param>
/// <param name="Mae">Mean absolute error, in units of rating.</param>
/// <param name="Filled">Test rows that the fallback model predicted.</param>
internal readonly record struct RatingError(double Rmse, double Mae, int Filled)
{
    /// <summary>
    /// Measures a model on test rows. Predictions are clamped to the range of the training ratings. Where the model predicts NaN, the fallback model
    /// predicts, so that every row counts. Sums are in row order.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="fallback">The fallback model.</param>
    /// <param name="training">Training rows of both models.</param>
    /// <param name="test">Test rows; at least one.</param>
    public static RatingError Of(IRatingModel model, IRatingModel fallback, RatingTable training, RatingTable test)
    {
        double lowest = training.Ratings.Min();
        double highest = training.Ratings.Max();
        double squares = 0;
        double distances = 0;
        var filled = 0;
        for (var row = 0; row < test.Count; row++)
        {
            var (user, film) = (test.Users[row], test.Films[row]);
            var predicted = model.Predict(user, film);
            if (double.IsNaN(predicted))
            {
                predicted = fallback.Predict(user, film);
                filled++;
            }

            var error = Math.Clamp(predicted, lowest, highest) - test.Ratings[row];
            squares += error * error;
            distances += Math.Abs(error);
        }

        return new RatingError(Math.Sqrt(squares / test.Count), distances / test.Count, filled);
    }
}
