namespace MovieChain.Evaluation;

/// <summary>How far predicted ratings are from the true ones.</summary>
/// <param name="Rmse">The root of the mean squared error, in units of rating.</param>
/// <param name="Mae">The mean absolute error, in units of rating.</param>
/// <param name="Filled">How many rows the model could not predict, so that another one filled them.</param>
internal readonly record struct RatingError(double Rmse, double Mae, int Filled)
{
    /// <summary>
    /// Measures a model on ratings that it has not seen. Predictions are kept within the range of the ratings it was fitted to; where it has
    /// none, that of another model counts, and no row is left out. Sums are taken in the rows' order.
    /// </summary>
    /// <param name="model">What predicts.</param>
    /// <param name="fill">What predicts where the model cannot.</param>
    /// <param name="training">What the models were fitted to.</param>
    /// <param name="test">The ratings to predict; at least one.</param>
    public static RatingError Of(IRatingModel model, IRatingModel fill, RatingTable training, RatingTable test)
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
                predicted = fill.Predict(user, film);
                filled++;
            }

            var error = Math.Clamp(predicted, lowest, highest) - test.Ratings[row];
            squares += error * error;
            distances += Math.Abs(error);
        }

        return new RatingError(Math.Sqrt(squares / test.Count), distances / test.Count, filled);
    }
}
