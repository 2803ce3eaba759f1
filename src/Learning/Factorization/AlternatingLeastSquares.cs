namespace MovieChain.Learning.Factorization;

/// <summary>
/// Matrix factorization with biases by alternating least squares: with the columns fixed, each row is a ridge regression of its own,
/// and the other way round. Rows never look at each other, so that the result is the same for any number of threads.
/// Source: Zhou, Wilkinson, Schreiber, Pan, "Large-Scale Parallel Collaborative Filtering for the Netflix Prize", AAIM 2008;
/// here with a plain ridge penalty.
/// </summary>
internal static class AlternatingLeastSquares
{
    /// <summary>Fits a model to observations.</summary>
    /// <param name="rows">The observations.</param>
    /// <param name="rank">How many latent factors, at least 1.</param>
    /// <param name="lambda">The ridge penalty on every factor and bias, above 0.</param>
    /// <param name="iterations">How often rows and columns take turns, at least 1.</param>
    /// <param name="start">The columns' factors to start from.</param>
    /// <param name="workers">Who does the work.</param>
    public static FactorModel Fit(SparseMatrix rows, int rank, float lambda, int iterations, ReadOnlySpan<float> start, Workers workers)
    {
        var columns = rows.Transpose();
        var model = new FactorModel(rank, rows.RowCount, rows.ColumnCount, MeanLabel(rows));
        start.CopyTo(model.ColumnFactors);
        for (var iteration = 0; iteration < iterations; iteration++)
        {
            SolveRows(model, rows, lambda, workers);
            SolveColumns(model, columns, lambda, workers);
        }

        SolveRows(model, rows, lambda, workers);
        return model;
    }

    /// <summary>Finds every row's bias and latent factors, given the columns'.</summary>
    private static void SolveRows(FactorModel model, SparseMatrix observations, float lambda, Workers workers)
    {
        var unknowns = model.Rank + 1;
        workers.ForRanges(observations.RowCount, (start, end) =>
        {
            var equations = new NormalEquations(unknowns);
            for (var row = start; row < end; row++)
            {
                var factors = model.Row(row);
                var (first, last) = (observations.RowStarts[row], observations.RowStarts[row + 1]);
                if (first == last)
                {
                    factors.Clear();
                    continue;
                }

                equations.Reset(lambda);
                for (var entry = first; entry < last; entry++)
                {
                    var column = model.Column(observations.Columns[entry]);
                    equations.Add(column[..unknowns], observations.Labels[entry] - column[unknowns]);
                }

                equations.Solve(factors[..unknowns]);
                factors[unknowns] = 1;
            }
        });
    }

    /// <summary>Finds every column's latent factors and bias, given the rows'. Biases are drawn towards the mean.</summary>
    private static void SolveColumns(FactorModel model, SparseMatrix observations, float lambda, Workers workers)
    {
        var unknowns = model.Rank + 1;
        workers.ForRanges(observations.RowCount, rangeLength: 1, (start, end) =>
        {
            var equations = new NormalEquations(unknowns);
            for (var column = start; column < end; column++)
            {
                var factors = model.Column(column);
                var (first, last) = (observations.RowStarts[column], observations.RowStarts[column + 1]);
                if (first == last)
                {
                    factors.Clear();
                    continue;
                }

                equations.Reset(lambda);
                for (var entry = first; entry < last; entry++)
                {
                    var row = model.Row(observations.Columns[entry]);
                    equations.Add(row[1..], observations.Labels[entry] - row[0] - model.Mean);
                }

                factors[0] = 1;
                equations.Solve(factors[1..]);
                factors[unknowns] += model.Mean;
            }
        });
    }

    private static float MeanLabel(SparseMatrix observations)
    {
        double sum = 0;
        foreach (var label in observations.Labels)
        {
            sum += label;
        }

        return observations.EntryCount == 0 ? 0 : (float)(sum / observations.EntryCount);
    }
}
