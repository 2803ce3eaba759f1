namespace MovieChain.Learning.Factorization;

/// <summary>Solves for the posterior of rows' factors given a model's columns, sixteen rows at a time. One instance serves one thread.</summary>
/// <param name="rows">The observations.</param>
/// <param name="model">The model, whose rows are replaced.</param>
internal sealed class RowPosteriors(SparseMatrix rows, FactorModel model)
{
    private readonly RidgeBatch _regressions = new(model.Rank + 1);
    private readonly float[] _products = new float[(model.Rank + 1) * (model.Rank + 2) / 2];
    private readonly float[] _targets = new float[RidgeBatch.Lanes * (model.Rank + 1)];
    private readonly double[] _squaredTargets = new double[RidgeBatch.Lanes];

    private float BiasPenalty => model.NoiseVariance / model.RowBiasVariance;

    /// <summary>Solves for the posterior of the rows [start, end), at most sixteen. Rows without entries keep zeros.</summary>
    /// <param name="products">The products of the model's current columns.</param>
    /// <param name="start">The first row.</param>
    /// <param name="end">The end of the range.</param>
    public void Solve(FeatureProducts products, int start, int end)
    {
        for (var row = start; row < end; row++)
        {
            if (!IsObserved(row))
            {
                _regressions.Clear(row - start);
                continue;
            }

            AddTargets(row, row - start);
            products.Sum(rows.ColumnsOf(row), _products);
            _regressions.Set(row - start, _products, Targets(row - start), BiasPenalty, model.NoiseVariance);
        }

        _regressions.Solve();
        for (var row = start; row < end; row++)
        {
            if (IsObserved(row))
            {
                var factors = model.Row(row);
                _regressions.CopyUnknowns(row - start, factors);
                factors[^1] = 1;
            }
        }
    }

    /// <summary>Computes the second moments of the rows solved last, and the expected squared errors of their predictions.</summary>
    /// <param name="start">The first row.</param>
    /// <param name="end">The end of the range.</param>
    /// <param name="moments">Receives the second moments, row after row; those of rows without entries are not changed.</param>
    /// <param name="layout">The layout of a row's moments.</param>
    /// <param name="statistics">Receives the sums over rows.</param>
    public void Collect(int start, int end, Span<float> moments, PackedMoments layout, RowStatistics statistics)
    {
        _regressions.Invert();
        for (var row = start; row < end; row++)
        {
            if (IsObserved(row))
            {
                var ofRow = moments.Slice((row - start) * layout.Length, layout.Length);
                _regressions.CopyInverse(row - start, ofRow, layout);
                var squaredErrors = SquaredErrors(row, row - start, ofRow, layout);
                layout.CovarianceToMoments(ofRow, model.NoiseVariance, model.Row(row));
                statistics.Add(ofRow, squaredErrors);
            }
        }
    }

    private bool IsObserved(int row) => rows.RowStarts[row] < rows.RowStarts[row + 1];

    private Span<float> Targets(int lane) => _targets.AsSpan(lane * (model.Rank + 1), model.Rank + 1);

    private void AddTargets(int row, int lane)
    {
        var targets = Targets(lane);
        targets.Clear();
        var squares = 0.0;
        for (var entry = rows.RowStarts[row]; entry < rows.RowStarts[row + 1]; entry++)
        {
            var column = model.Column(rows.Columns[entry]);
            var target = rows.Labels[entry] - column[^1];
            Elementwise.AddScaled(targets, target, column);
            squares += target * (double)target;
        }

        _squaredTargets[lane] = squares;
    }

    /// <summary>The squared residuals at the mean, plus the predictions' variances.</summary>
    private double SquaredErrors(int row, int lane, ReadOnlySpan<float> inverse, PackedMoments layout)
    {
        var noise = model.NoiseVariance;
        var factors = model.Row(row);
        var targets = Targets(lane);

        // By the ridge identity the squared residuals sum to Σt² − x·b − Σ penalty × x², and the predictions'
        // variances to noise × trace(A⁻¹ (A − penalties)).
        var squaredResiduals = _squaredTargets[lane];
        double explained = targets.Length;
        for (var i = 0; i < targets.Length; i++)
        {
            double penalty = i == 0 ? BiasPenalty : noise;
            squaredResiduals -= ((double)factors[i] * targets[i]) + (penalty * factors[i] * factors[i]);
            explained -= penalty * inverse[layout.Start(i)];
        }

        return squaredResiduals + (noise * explained);
    }
}
