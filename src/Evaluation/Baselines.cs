namespace MovieChain.Evaluation;

/// <summary>Predicts the mean of all ratings.</summary>
internal sealed class GlobalMean(RatingTable training) : IRatingModel
{
    private readonly double _mean = MeanOf(training);

    public double Predict(int user, int film) => _mean;

    public static double MeanOf(RatingTable training)
    {
        double sum = 0;
        foreach (var rating in training.Ratings)
        {
            sum += rating;
        }

        return sum / training.Count;
    }
}

/// <summary>Predicts the mean rating of the film for every user; NaN for a film without a training row.</summary>
internal sealed class FilmMean : IRatingModel
{
    private readonly double[] _means;

    public FilmMean(RatingTable training)
    {
        _means = new double[training.FilmCount];
        for (var row = 0; row < training.Count; row++)
        {
            _means[training.Films[row]] += training.Ratings[row];
        }

        var counts = training.RowsOfFilms();
        for (var film = 0; film < _means.Length; film++)
        {
            _means[film] = counts[film] == 0 ? double.NaN : _means[film] / counts[film];
        }
    }

    public double Predict(int user, int film) => _means[film];
}

/// <summary>
/// Predicts the mean of all ratings plus a user bias and a film bias. Each bias is shrunk towards 0, more strongly the fewer rows it has; without a
/// training row it is 0. Biases are fitted alternately. Source: Koren, "Factor in the Neighbors", TKDD 2010, section 2.1; shrinkage as in
/// MyMediaLite's published figures for MovieLens 100K.
/// </summary>
internal sealed class UserFilmBias : IRatingModel
{
    private const int Iterations = 10;
    private const double UserShrinkage = 5;
    private const double FilmShrinkage = 2;

    private readonly double _mean;
    private readonly double[] _users;
    private readonly double[] _films;

    public UserFilmBias(RatingTable training)
    {
        _mean = GlobalMean.MeanOf(training);
        _users = new double[training.UserCount];
        _films = new double[training.FilmCount];
        var rowsOfUsers = training.RowsOfUsers();
        var rowsOfFilms = training.RowsOfFilms();
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            FitBiases(_films, training.Films, rowsOfFilms, FilmShrinkage, _users, training.Users, training.Ratings);
            FitBiases(_users, training.Users, rowsOfUsers, UserShrinkage, _films, training.Films, training.Ratings);
        }
    }

    public double Predict(int user, int film) => _mean + _users[user] + _films[film];

    private void FitBiases(double[] biases, int[] places, int[] counts, double shrinkage, double[] others, int[] otherPlaces, float[] ratings)
    {
        Array.Clear(biases);
        for (var row = 0; row < places.Length; row++)
        {
            biases[places[row]] += ratings[row] - _mean - others[otherPlaces[row]];
        }

        for (var place = 0; place < biases.Length; place++)
        {
            biases[place] /= shrinkage + counts[place];
        }
    }
}
