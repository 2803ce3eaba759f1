namespace MovieChain.Learning.Factorization;

/// <summary>
/// Matrix factorization as factor analysis of a matrix with gaps. The rows' factors are random variables whose posterior, mean and
/// covariance, is found exactly given the columns' (a ridge regression a row); the columns' factors are then fitted to all that the rows may
/// be, not just to their best guess (a ridge regression a column). Plain alternating least squares leaves the covariance out and so
/// overfits, the more the more rows there are.
/// </summary>
/// <remarks>
/// Rows never look at each other, and sums over rows are taken in the rows' order, so that the result is the same for any number of threads.
/// Sources: Canny, "Collaborative Filtering with Privacy via Factor Analysis", SIGIR 2002, for the model and its EM steps; Liu, Rubin,
/// Wu, "Parameter Expansion to Accelerate EM", Biometrika 1998, for the rescaling of the columns by the rows' covariance.
/// </remarks>
internal sealed class FactorAnalysis
{
    /// <summary>Below this a variance is not believed: too few observations to tell it from none.</summary>
    public const float MinVariance = 1e-3f;

    /// <summary>The columns' factors are fitted to so many rows, evenly spaced, where there are more: more rows would cost time and change
    /// little. Every row's own factors are found from all of its entries.</summary>
    public const int MaxLearningRows = 16384;

    private const int RowsPerBatch = 4096;
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

    private FactorAnalysis(SparseMatrix rows, FactorModel model, float lambda, Workers workers)
    {
        _rows = rows;
        _columns = rows.Transpose();
        _model = model;
        _lambda = lambda;
        _workers = workers;
        _layout = new PackedMoments(model.Width);
        _batchMoments = new float[Math.Min(RowsPerBatch, rows.RowCount) * _layout.Length];
        _columnMoments = new float[rows.ColumnCount * _layout.Length];
        _columnTargets = new float[rows.ColumnCount * model.Width];
        _ranges = [.. Enumerable.Range(0, (RowsPerBatch + RowsPerRange - 1) / RowsPerRange).Select(_ => new RowStatistics(_layout.Length))];
    }

    /// <summary>Fits a model to observations.</summary>
    /// <param name="rows">The observations; at least one.</param>
    /// <param name="start">The columns' factors and the variances to start from.</param>
    /// <param name="lambda">The ridge penalty on a column's latent factors, above 0.</param>
    /// <param name="iterations">How often rows and columns take turns, at least 1.</param>
    /// <param name="workers">Who does the work.</param>
    /// <exception cref="ArithmeticException">The factors left the range of numbers.</exception>
    public static FactorModel Fit(SparseMatrix rows, FactorModel start, float lambda, int iterations, Workers workers)
    {
        var sample = rows.EvenlySpacedRows(MaxLearningRows);
        var learned = new FactorModel(start.Rank, sample.RowCount, sample.ColumnCount)
        {
            Mean = rows.MeanLabel(),
            NoiseVariance = start.NoiseVariance,
            RowBiasVariance = start.RowBiasVariance,
        };
        start.ColumnFactors.CopyTo(learned.ColumnFactors.AsSpan());
        var analysis = new FactorAnalysis(sample, learned, lambda, workers);
        for (var iteration = 0; iteration < iterations; iteration++)
        {
            var statistics = analysis.CollectRows();
            analysis.SolveColumns(statistics);
        }

        var model = new FactorModel(start.Rank, rows.RowCount, rows.ColumnCount)
        {
            Mean = learned.Mean,
            NoiseVariance = learned.NoiseVariance,
            RowBiasVariance = learned.RowBiasVariance,
        };
        learned.ColumnFactors.CopyTo(model.ColumnFactors.AsSpan());
        SolveRows(rows, model, workers);
        return float.IsFinite(model.NoiseVariance) && !model.ColumnFactors.AsSpan().ContainsAnyExceptInRange(float.MinValue, float.MaxValue)
            ? model
            : throw new ArithmeticException("The factorization did not converge: its factors are not finite.");
    }

    /// <summary>Finds the posterior of every row's factors given the columns'.</summary>
    private static void SolveRows(SparseMatrix rows, FactorModel model, Workers workers) =>
        workers.ForRanges(rows.RowCount, RowsPerRange, (start, end) =>
        {
            var equations = new NormalEquations(model.Rank + 1);
            for (var row = start; row < end; row++)
            {
                TrySolveRow(rows, model, row, equations);
            }
        });

    /// <summary>Finds the posterior of a row's factors; false when nothing was observed of the row.</summary>
    private static bool TrySolveRow(SparseMatrix rows, FactorModel model, int row, NormalEquations equations)
    {
        if (rows.RowStarts[row] == rows.RowStarts[row + 1])
        {
            return false;
        }

        var unknowns = model.Rank + 1;
        equations.Reset(model.NoiseVariance / model.RowBiasVariance, model.NoiseVariance);
        for (var entry = rows.RowStarts[row]; entry < rows.RowStarts[row + 1]; entry++)
        {
            var column = model.Column(rows.Columns[entry]);
            equations.Add(column[..unknowns], rows.Labels[entry] - column[unknowns]);
        }

        var factors = model.Row(row);
        equations.Solve(factors[..unknowns]);
        factors[unknowns] = 1;
        return true;
    }

    /// <summary>Finds the posterior of every row's factors given the columns', and collects what the columns and variances need, batch by
    /// batch, so that second moments are kept of one batch of rows at a time.</summary>
    private RowStatistics CollectRows()
    {
        Array.Clear(_columnMoments);
        Array.Clear(_columnTargets);
        var total = new RowStatistics(_layout.Length);
        var next = _columns.RowStarts[..^1];
        for (var first = 0; first < _rows.RowCount; first += RowsPerBatch)
        {
            var batch = first;
            var count = Math.Min(RowsPerBatch, _rows.RowCount - first);
            _workers.ForRanges(count, RowsPerRange, (start, end) => CollectRange(batch, start, end));
            foreach (var range in _ranges.AsSpan(0, (count + RowsPerRange - 1) / RowsPerRange))
            {
                total.Add(range);
            }

            _workers.ForRanges(_columns.RowCount, ColumnsPerRange, (start, end) =>
            {
                for (var column = start; column < end; column++)
                {
                    next[column] = CollectColumn(column, next[column], batch, batch + count);
                }
            });
        }

        return total;
    }

    private void CollectRange(int batch, int start, int end)
    {
        var statistics = _ranges[start / RowsPerRange];
        statistics.Clear();
        var equations = new NormalEquations(_model.Rank + 1);
        for (var row = batch + start; row < batch + end; row++)
        {
            if (TrySolveRow(_rows, _model, row, equations))
            {
                CollectRow(row, equations, _batchMoments.AsSpan((row - batch) * _layout.Length, _layout.Length), statistics);
            }
        }
    }

    /// <summary>Finds the second moments of a row that has just been solved, and the squared errors to be expected of its predictions.</summary>
    private void CollectRow(int row, NormalEquations equations, Span<float> moments, RowStatistics statistics)
    {
        var unknowns = _model.Rank + 1;
        var noise = _model.NoiseVariance;
        var factors = _model.Row(row);
        var squaredResiduals = equations.SquaredResiduals(factors[..unknowns]);
        equations.Invert(moments, _layout);

        // The predictions' variances sum to noise × trace(A⁻¹ (A − penalties)).
        var explained = unknowns - (noise / _model.RowBiasVariance * (double)moments[_layout.Start(0)]);
        for (var i = 1; i < unknowns; i++)
        {
            explained -= noise * (double)moments[_layout.Start(i)];
        }

        _layout.CovarianceToMoments(moments, noise, factors);
        statistics.Add(moments, squaredResiduals + (noise * explained));
    }

    /// <summary>Adds up the moments and targets of one column's entries in a batch of rows, and returns the entry behind them.</summary>
    private int CollectColumn(int column, int entry, int firstRow, int lastRow)
    {
        var moments = _columnMoments.AsSpan(column * _layout.Length, _layout.Length);
        var targets = _columnTargets.AsSpan(column * _model.Width, _model.Width);
        for (; entry < _columns.RowStarts[column + 1] && _columns.Columns[entry] < lastRow; entry++)
        {
            var row = _columns.Columns[entry];
            Elementwise.AddScaled(moments, 1, _batchMoments.AsSpan((row - firstRow) * _layout.Length, _layout.Length));
            Elementwise.AddScaled(targets, _columns.Labels[entry], _model.Row(row));
        }

        return entry;
    }

    /// <summary>Fits every column's factors to the rows' posterior, and the variances too. Then the columns are rescaled so that the
    /// rows' latent factors have mean 0 and unit covariance again.</summary>
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

    /// <summary>The mean and variance of the biases of the columns that were observed.</summary>
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
