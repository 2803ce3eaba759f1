namespace MovieChain.Evaluation;

/// <summary>Predicts the mean of all ratings.</summary>
internal sealed class GlobalMean(RatingTable training) : IRatingModel
{
    private readonly double _mean = MeanOf(training);

    public double Predict(int user, int film) => _mean;

    /// <summary>The mean rating, summed in the rows' order.</summary>
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

/// <summary>Predicts a film's mean rating, whoever rates it; NaN for a film without a training row.</summary>
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
/// Predicts the mean of all ratings plus a bias of the user and one of the film, each shrunk towards 0 the more the fewer rows it has. A
/// user or film without a training row has none. The biases are fitted in turns. Source: Koren, "Factor in the Neighbors", TKDD 2010, section
/// 2.1; the shrinkage is what MyMediaLite's published figures for MovieLens 100K were made with.
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
            Fit(_films, training.Films, rowsOfFilms, FilmShrinkage, _users, training.Users, training.Ratings);
            Fit(_users, training.Users, rowsOfUsers, UserShrinkage, _films, training.Films, training.Ratings);
        }
    }

    public double Predict(int user, int film) => _mean + _users[user] + _films[film];

    private void Fit(double[] biases, int[] places, int[] counts, double shrinkage, double[] others, int[] otherPlaces, float[] ratings)
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
