namespace MovieChain.Learning.Factorization;

/// <summary>
/// The linear map of the columns' factors that gives the rows' latent factors mean 0 and unit covariance and keeps every prediction.
/// </summary>
internal sealed class Rescaling
{
    private readonly double[] _means;
    private readonly double[] _scale;

    public Rescaling(RowStatistics rows, PackedMoments layout)
    {
        var constant = layout.Width - 1;
        _means = new double[constant];
        for (var i = 0; i < constant; i++)
        {
            _means[i] = rows.Moments[layout.Place(i, constant)] / rows.Count;
        }

        RowBiasVariance = Covariance(0, 0);
        var rank = constant - 1;
        _scale = new double[rank * rank];
        for (var i = 0; i < rank; i++)
        {
            for (var j = i; j < rank; j++)
            {
                _scale[(j * rank) + i] = Covariance(i + 1, j + 1);
            }
        }

        Cholesky.Factorize(_scale, rank);

        double Covariance(int i, int j) => (rows.Moments[layout.Place(i, j)] / rows.Count) - (_means[i] * _means[j]);
    }

    /// <summary>The variance of the rows' biases.</summary>
    public double RowBiasVariance { get; }

    /// <summary>Writes the rescaled factors of a column.</summary>
    /// <param name="solution">The column's latent factors and its bias.</param>
    /// <param name="factors">Receives 1, the latent factors and the bias.</param>
    public void Apply(ReadOnlySpan<double> solution, Span<float> factors)
    {
        var rank = solution.Length - 1;
        var bias = solution[rank] + _means[0];
        for (var i = 0; i < rank; i++)
        {
            bias += solution[i] * _means[i + 1];
            var factor = 0.0;
            for (var j = i; j < rank; j++)
            {
                factor += _scale[(j * rank) + i] * solution[j];
            }

            factors[i + 1] = (float)factor;
        }

        factors[0] = 1;
        factors[rank + 1] = (float)bias;
    }
}
