using System.Collections.Concurrent;

namespace MovieChain.Learning.Factorization;

/// <summary>
/// Matrix factorization as factor analysis of a matrix with missing values, by EM. The E step computes the exact posterior mean and covariance
/// of each row's factors (a ridge regression for each row); the M step fits each column's factors to the rows' second moments (a ridge
/// regression for each column). Plain alternating least squares ignores the covariance and overfits; with more rows, more.
/// </summary>
/// <remarks>
/// Rows are independent and sums over rows have a fixed order: the result is the same for any number of threads.
/// Sources: Canny, "Collaborative Filtering with Privacy via Factor Analysis", SIGIR 2002, for the model and its EM steps; Liu, Rubin,
/// Wu, "Parameter Expansion to Accelerate EM", Biometrika 1998, for the rescaling of the columns by the rows' covariance.
/// </remarks>
internal sealed class FactorAnalysis
{
    /// <summary>The lower bound of variances: with few observations, smaller ones cannot be told from 0.</summary>
    public const float MinVariance = 1e-3f;

    private const int RowsPerBatch = 1024;
    private const int RowsPerRange = 64;
    private const int ColumnsPerRange = 8;

    private readonly SparseMatrix _rows;
    private readonly SparseMatrix _columns;
    private readonly FactorModel _model;
    private readonly float _lambda;
    private readonly Workers _workers;
    private readonly PackedMoments _layout;
    private readonly float[] _batchMoments;
    private readonly float[] _columnMoments;
    private readonly float[] _columnTargets;
    private readonly RowStatistics[] _ranges;
    private readonly ConcurrentBag<RowPosteriors> _idle = [];

    private FactorAnalysis(SparseMatrix rows, FactorModel model, float lambda, Workers workers)
    {
        _rows = rows;
        _columns = rows.Transpose();
        _model = model;
        _lambda = lambda;
        _workers = workers;
        _layout = new PackedMoments(model.Width);
        _batchMoments = new float[Math.Min(RowsPerBatch, rows.RowCount) * _layout.Length];
        _columnMoments = new float[checked(rows.ColumnCount * _layout.Length)];
        _columnTargets = new float[rows.ColumnCount * model.Width];
        _ranges = [.. Enumerable.Range(0, (RowsPerBatch + RowsPerRange - 1) / RowsPerRange).Select(_ => new RowStatistics(_layout.Length))];
    }

    /// <summary>Fits a model to at least one observation.</summary>
    /// <param name="rows">The observations.</param>
    /// <param name="start">The columns' factors and the variances to start from.</param>
    /// <param name="lambda">The ridge penalty on a column's latent factors, above 0.</param>
    /// <param name="iterations">Iterations over rows and columns, at least 1.</param>
    /// <param name="workers">Thread budget; never affects results.</param>
    /// <exception cref="ArithmeticException">The factors are not finite.</exception>
    public static FactorModel Fit(SparseMatrix rows, FactorModel start, float lambda, int iterations, Workers workers)
    {
        var model = new FactorModel(start.Rank, rows.RowCount, rows.ColumnCount)
        {
            Mean = rows.MeanLabel(),
            NoiseVariance = start.NoiseVariance,
            RowBiasVariance = start.RowBiasVariance,
        };
        start.ColumnFactors.CopyTo(model.ColumnFactors.AsSpan());
        var analysis = new FactorAnalysis(rows, model, lambda, workers);
        for (var iteration = 0; iteration < iterations; iteration++)
        {
            var statistics = analysis.CollectRows();
            analysis.SolveColumns(statistics);
        }

        analysis.SolveRows();
        return float.IsFinite(model.NoiseVariance)
            && !model.RowFactors.AsSpan().ContainsAnyExceptInRange(float.MinValue, float.MaxValue)
            && !model.ColumnFactors.AsSpan().ContainsAnyExceptInRange(float.MinValue, float.MaxValue)
            ? model
            : throw new ArithmeticException("The factorization did not converge: its factors are not finite.");
    }

    /// <summary>Solves for the posterior of every row's factors.</summary>
    private void SolveRows()
    {
        var products = new FeatureProducts(_model, _workers);
        _workers.ForRanges(_rows.RowCount, RowsPerRange, (start, end) =>
        {
            var posteriors = _idle.TryTake(out var idle) ? idle : new RowPosteriors(_rows, _model);
            for (var row = start; row < end; row += RidgeBatch.Lanes)
            {
                posteriors.Solve(products, row, Math.Min(row + RidgeBatch.Lanes, end));
            }

            _idle.Add(posteriors);
        });
    }

    /// <summary>Solves for the posterior of every row's factors and sums the statistics for columns and variances, batch by batch: second
    /// moments are kept for one batch of rows at a time.</summary>
    private RowStatistics CollectRows()
    {
        Array.Clear(_columnMoments);
        Array.Clear(_columnTargets);
        var products = new FeatureProducts(_model, _workers);
        var total = new RowStatistics(_layout.Length);
        var next = _columns.RowStarts[..^1];
        for (var first = 0; first < _rows.RowCount; first += RowsPerBatch)
        {
            var batch = first;
            var count = Math.Min(RowsPerBatch, _rows.RowCount - first);
            _workers.ForRanges(count, RowsPerRange, (start, end) => CollectRange(batch, start, end, products));
            foreach (var range in _ranges.AsSpan(0, (count + RowsPerRange - 1) / RowsPerRange))
            {
                total.Add(range);
            }

            _workers.ForRanges(_columns.RowCount, ColumnsPerRange, (start, end) =>
            {
                var sums = new float[_layout.Length];
                for (var column = start; column < end; column++)
                {
                    next[column] = CollectColumn(column, next[column], batch, batch + count, sums);
                }
            });
        }

        return total;
    }

    private void CollectRange(int batch, int start, int end, FeatureProducts products)
    {
        var statistics = _ranges[start / RowsPerRange];
        statistics.Clear();
        var posteriors = _idle.TryTake(out var idle) ? idle : new RowPosteriors(_rows, _model);
        for (var row = start; row < end; row += RidgeBatch.Lanes)
        {
            var next = Math.Min(row + RidgeBatch.Lanes, end);
            posteriors.Solve(products, batch + row, batch + next);
            posteriors.Collect(batch + row, batch + next, _batchMoments.AsSpan(row * _layout.Length), _layout, statistics);
        }

        _idle.Add(posteriors);
    }

    /// <summary>Sums the moments and targets of one column's entries in a batch of rows; returns the next entry.</summary>
    private int CollectColumn(int column, int entry, int firstRow, int lastRow, float[] sums)
    {
        var end = entry;
        var targets = _columnTargets.AsSpan(column * _model.Width, _model.Width);
        for (; end < _columns.RowStarts[column + 1] && _columns.Columns[end] < lastRow; end++)
        {
            Elementwise.AddScaled(targets, _columns.Labels[end], _model.Row(_columns.Columns[end]));
        }

        Elementwise.SumRows(_batchMoments, _layout.Length, _columns.Columns.AsSpan(entry, end - entry), firstRow, sums);
        Elementwise.AddScaled(_columnMoments.AsSpan(column * _layout.Length, _layout.Length), 1, sums);
        return end;
    }

    /// <summary>Fits every column's factors and the variances to the rows' posterior, then rescales the columns: the rows' latent factors get
    /// mean 0 and unit covariance again.</summary>
    private void SolveColumns(RowStatistics statistics)
    {
        var rescaling = new Rescaling(statistics, _layout);
        var (biasMean, biasVariance) = ColumnBiases();
        _model.NoiseVariance = Math.Max((float)(statistics.SquaredErrors / _rows.EntryCount), MinVariance);
        _model.RowBiasVariance = Math.Max((float)rescaling.RowBiasVariance, MinVariance);
        var biasPenalty = _model.NoiseVariance / biasVariance;
        _workers.ForRanges(_columns.RowCount, ColumnsPerRange, (start, end) =>
        {
            for (var column = start; column < end; column++)
            {
                SolveColumn(column, biasMean, biasPenalty, rescaling);
            }
        });
    }

    private void SolveColumn(int column, double biasMean, double biasPenalty, Rescaling rescaling)
    {
        var factors = _model.Column(column);
        if (_columns.RowStarts[column] == _columns.RowStarts[column + 1])
        {
            factors.Clear();
            return;
        }

        // The unknowns are the latent factors and the bias; their features are a row's latent factors and 1.
        var size = _model.Rank + 1;
        var moments = _columnMoments.AsSpan(column * _layout.Length, _layout.Length);
        var targets = _columnTargets.AsSpan(column * _model.Width, _model.Width);
        var matrix = new double[size * size];
        var solution = new double[size];
        for (var i = 0; i < size; i++)
        {
            for (var j = i; j < size; j++)
            {
                matrix[(j * size) + i] = moments[_layout.Place(i + 1, j + 1)];
            }

            solution[i] = targets[i + 1] - moments[_layout.Place(0, i + 1)];
            matrix[(i * size) + i] += i < size - 1 ? _lambda : biasPenalty;
        }

        solution[^1] += biasPenalty * biasMean;
        Cholesky.Factorize(matrix, size);
        Cholesky.Solve(matrix, solution);
        rescaling.Apply(solution, factors);
    }

    /// <summary>The mean and variance of the biases of observed columns.</summary>
    private (double Mean, double Variance) ColumnBiases()
    {
        var (sum, squares, count) = (0.0, 0.0, 0);
        for (var column = 0; column < _model.ColumnCount; column++)
        {
            if (_columns.RowStarts[column] < _columns.RowStarts[column + 1])
            {
                double bias = _model.Column(column)[^1];
                sum += bias;
                squares += bias * bias;
                count++;
            }
        }

        var mean = sum / count;
        return (mean, Math.Max((squares / count) - (mean * mean), MinVariance));
    }
}
