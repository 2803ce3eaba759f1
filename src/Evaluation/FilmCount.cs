namespace MovieChain.Evaluation;

/// <summary>Scores a film by how many training rows it has; NaN for a film without one.</summary>
internal sealed class FilmCount(RatingTable training) : IRatingModel
{
    private readonly int[] _rows = training.RowsOfFilms();

    /// <inheritdoc/>
    public double Predict(int user, int film) => _rows[film] == 0 ? double.NaN : _rows[film];
}
