using System.Collections.Concurrent;

namespace MovieChain.Learning.Factorization;

/// <summary>
/// Matrix factorization by variational Bayes: rows and columns take turns, and each row's factors get a posterior mean and variance, one
/// factor after the other. Unlike a ridge penalty, the posterior accounts for uncertain factors, and hardly overfits. A row's prior mean is
/// predicted from the columns in which it has entries (<see cref="PriorRegression"/>).
/// </summary>
/// <remarks>
/// Sources: Ilin, Raiko, "Practical Approaches to Principal Component Analysis in the Presence of Missing Values", JMLR 2010, for the fully
/// factorized posterior; Kim, Choi, "Scalable Variational Bayesian Matrix Factorization with Side Information", AISTATS 2014, for
/// its coordinate ascent. The priors' scale is set, not estimated: estimated, it grows until the model overfits.
/// </remarks>
internal sealed class VariationalFactorization
{
    /// <summary>The prior variance of a product of latent factors, as a fraction of the variance that biases leave unexplained.</summary>
    private const float SignalFraction = 0.4f;

    /// <summary>Labels with less variance than this count as constant.</summary>
    private const float LeastLabelVariance = 1e-24f;

    private const int BiasSweeps = 3;
    private const int RowsPerRange = 32;

    private readonly FactorSide _rows;
    private readonly FactorSide _columns;
    private readonly float[] _residuals;
    private readonly float _minVariance;
    private readonly Workers _workers;
    private readonly ConcurrentBag<CoordinateAscent> _idle = [];

    private VariationalFactorization(FactorSide rows, FactorSide columns, float[] residuals, Workers workers)
    {
        (_rows, _columns, _residuals, _workers) = (rows, columns, residuals, workers);
        _minVariance = MinVarianceOf(rows.Entries);
    }

    /// <summary>Fits a model to at least one observation.</summary>
    /// <param name="rows">The observations.</param>
    /// <param name="start">The columns' factors to start from.</param>
    /// <param name="lambda">The variance of the noise, in units of the variance that the biases leave unexplained; above 0. The larger, the
    /// smaller the factors.</param>
    /// <param name="iterations">Iterations over rows and columns, at least 1.</param>
    /// <param name="workers">Thread budget; never affects results.</param>
    /// <exception cref="ArithmeticException">The factors are not finite.</exception>
    public static FactorModel Fit(SparseMatrix rows, FactorModel start, float lambda, int iterations, Workers workers)
    {
        var columns = rows.Transpose();
        var mean = rows.MeanLabel();
        var residuals = Array.ConvertAll(rows.Labels, label => label - mean);
        var rowBiases = new FactorSide(rows, [.. Enumerable.Range(0, rows.EntryCount)], width: 1);
        var columnBiases = new FactorSide(columns, rows.TransposedPlaces(columns), width: 1);
        var unexplained = new VariationalFactorization(rowBiases, columnBiases, residuals, workers).FitBiases();

        // The product of two factors, each of variance v, has variance v²; a prediction sums as many as the rank.
        var factorVariance = MathF.Sqrt(SignalFraction * unexplained / start.Rank);
        var factorization = new VariationalFactorization(
            Begin(rowBiases, start.Rank + 1, factorVariance), Begin(columnBiases, start.Rank + 1, factorVariance), residuals, workers);
        for (var column = 0; column < columns.RowCount; column++)
        {
            start.Column(column)[1..^1].CopyTo(factorization._columns.Means(column)[1..]);

            // The columns' second moments count from the first iteration; otherwise the rows' factors overshoot.
            Elementwise.AddSquares(factorization._columns.Squares(column)[1..], factorization._columns.Means(column)[1..]);
        }

        var noise = Math.Max(lambda * unexplained, MinVarianceOf(rows));
        for (var iteration = 0; iteration < iterations; iteration++)
        {
            factorization.Sweep(factorization._rows, factorization._columns, noise);
            factorization.Sweep(factorization._columns, factorization._rows, noise);
        }

        return factorization.ToModel(mean, noise);
    }

    /// <summary>The lower bound of variances, in the units of the labels.</summary>
    private static float MinVarianceOf(SparseMatrix entries) =>
        FactorAnalysis.MinVariance * Math.Clamp(entries.LabelVariance(), LeastLabelVariance, 1);

    /// <summary>Fits only biases; returns the variance that they leave unexplained.</summary>
    private float FitBiases()
    {
        var noise = Math.Max(_rows.Entries.LabelVariance(), _minVariance);
        (_rows.BiasVariance, _columns.BiasVariance) = (noise / 10, noise / 10);
        for (var sweep = 0; sweep < BiasSweeps; sweep++)
        {
            _rows.AddUp(_columns, _workers);
            SolveAll(_rows, _columns, noise);
            _columns.AddUp(_rows, _workers);
            SolveAll(_columns, _rows, noise);
            _rows.EstimateBiasVariance(_minVariance);
            _columns.EstimateBiasVariance(_minVariance);
            noise = Math.Max(MeanSquaredError(), _minVariance);
        }

        return noise;
    }

    private float MeanSquaredError()
    {
        double sum = 0;
        foreach (var residual in _residuals)
        {
            sum += residual * (double)residual;
        }

        return (float)(sum / _residuals.Length);
    }

    private static FactorSide Begin(FactorSide biases, int width, float factorVariance)
    {
        var side = biases.OfWidth(width);
        side.BiasVariance = biases.BiasVariance;
        side.FactorVariance = factorVariance;
        for (var row = 0; row < side.Count; row++)
        {
            side.Means(row)[0] = biases.Means(row)[0];
        }

        return side;
    }

    private void Sweep(FactorSide side, FactorSide other, float noise)
    {
        side.AddUp(other, _workers);
        PriorRegression.SetPriorMeans(side, other, _workers);
        SolveAll(side, other, noise);
        side.EstimateBiasVariance(_minVariance);
    }

    private void SolveAll(FactorSide side, FactorSide other, float noise) =>
        _workers.ForRanges(side.Count, RowsPerRange, (start, end) =>
        {
            var ascent = _idle.TryTake(out var idle) ? idle : new CoordinateAscent();
            for (var row = start; row < end; row++)
            {
                if (side.EntriesOf(row) > 0)
                {
                    ascent.Solve(side, other, row, noise, _residuals);
                }
            }

            _idle.Add(ascent);
        });

    private FactorModel ToModel(float mean, float noise)
    {
        var model = new FactorModel(_rows.Width - 1, _rows.Count, _columns.Count)
        {
            Mean = mean,
            NoiseVariance = noise,
            RowBiasVariance = _rows.BiasVariance,
        };
        for (var row = 0; row < _rows.Count; row++)
        {
            if (_rows.EntriesOf(row) > 0)
            {
                _rows.Means(row).CopyTo(model.Row(row));
                model.Row(row)[^1] = 1;
            }
        }

        for (var column = 0; column < _columns.Count; column++)
        {
            if (_columns.EntriesOf(column) > 0)
            {
                var factors = model.Column(column);
                _columns.Means(column)[1..].CopyTo(factors[1..]);
                factors[0] = 1;
                factors[^1] = mean + _columns.Means(column)[0];
            }
        }

        return model.RowFactors.AsSpan().ContainsAnyExceptInRange(float.MinValue, float.MaxValue)
            || model.ColumnFactors.AsSpan().ContainsAnyExceptInRange(float.MinValue, float.MaxValue)
            ? throw new ArithmeticException("The factorization did not converge: its factors are not finite.")
            : model;
    }
}
