using MovieChain.Evaluation;

namespace MovieChain.Tests.Evaluation;

public sealed class RatingErrorTests
{
    private static readonly RatingTable _training = Tables.Of(2, 3, (0, 0, 1), (1, 0, 5));
    private static readonly RatingTable _test = Tables.Of(2, 3, (0, 0, 4), (0, 1, 2), (1, 2, 3));

    [Fact]
    public void Errors_are_those_computed_by_hand()
    {
        // 3 for each: errors −1, 1 and 0.
        var error = ErrorOf(new Given(3, 3, 3), new Given());

        Assert.Equal(Math.Sqrt(2.0 / 3), error.Rmse, precision: 12);
        Assert.Equal(2.0 / 3, error.Mae, precision: 12);
        Assert.Equal(0, error.Filled);
    }

    [Fact]
    public void A_prediction_beyond_the_range_of_the_training_ratings_counts_as_its_end()
    {
        // 9 counts as 5, −4 as 1: errors 1, −1 and 0.
        var error = ErrorOf(new Given(9, -4, 3), new Given());

        Assert.Equal(Math.Sqrt(2.0 / 3), error.Rmse, precision: 12);
    }

    [Fact]
    public void A_row_without_a_prediction_is_filled_and_counted_and_not_left_out()
    {
        // Errors 0, 5 − 2 = 3 and 0.
        var error = ErrorOf(new Given(4, double.NaN, 3), new Given(0, 5, 0));

        Assert.Equal(Math.Sqrt(9.0 / 3), error.Rmse, precision: 12);
        Assert.Equal(1, error.Mae, precision: 12);
        Assert.Equal(1, error.Filled);
    }

    private static RatingError ErrorOf(IRatingModel model, IRatingModel fallback) =>
        RatingError.Of(PredictedRow.Of(model, fallback, _training, _test, new Workers(1)), _test);

    /// <summary>Predicts what is given, by film.</summary>
    private sealed class Given(params double[] byFilm) : IRatingModel
    {
        public double Predict(int user, int film) => byFilm[film];
    }
}
