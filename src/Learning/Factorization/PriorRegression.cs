namespace MovieChain.Learning.Factorization;

/// <summary>
/// Predicts a row's factors from which columns it has entries in, whatever their values: what somebody chose to rate tells of their taste
/// too. The predictors are the mean factors of these columns, shrunk where they are few; the weights are found by ridge regression over all
/// rows, and what they predict is the mean of the row's prior.
/// </summary>
/// <remarks>
/// Sources: Agarwal, Chen, "Regression-based Latent Factor Models", KDD 2009, for priors that are regressions; Koren, "Factorization Meets
/// the Neighborhood", KDD 2008, for the implicit feedback in the choice of what to rate.
/// </remarks>
internal sealed class PriorRegression
{
    /// <summary>How many entries the shrinkage of the predictors counts for.</summary>
    private const float PredictorShrinkage = 10;

    /// <summary>How many entries a row needs to weigh half as much as one with very many.</summary>
    private const float HalfWeight = 20;

    /// <summary>The ridge penalty on the weight of a predictor, in prior variances of the factor behind it.</summary>
    private const double Ridge = 5;

    private const int RowsPerRange = 64;
    private const int FactorsPerRange = 8;

    private readonly FactorSide _side;
    private readonly FactorSide _other;
    private readonly int _width;
    private readonly float[] _predictors;
    private readonly float[] _moments;
    private readonly float[] _targets;

    private PriorRegression(FactorSide side, FactorSide other)
    {
        (_side, _other, _width) = (side, other, side.Width);
        _predictors = new float[side.Count * _width];
        _moments = new float[_width * _width];
        _targets = new float[_width * _width];
    }

    /// <summary>Sets the prior means of a side's rows.</summary>
    /// <param name="side">The rows, whose means are to be predicted.</param>
    /// <param name="other">The columns.</param>
    /// <param name="workers">Who does the work.</param>
    public static void SetPriorMeans(FactorSide side, FactorSide other, Workers workers)
    {
        var regression = new PriorRegression(side, other);
        workers.ForRanges(side.Count, RowsPerRange, regression.FindPredictors);
        workers.ForRanges(side.Width, FactorsPerRange, regression.AddUp);
        var weights = regression.SolveWeights();
        workers.ForRanges(side.Count, RowsPerRange, (start, end) => regression.Predict(weights, start, end));
    }

    private Span<float> Predictors(int row) => _predictors.AsSpan(row * _width, _width);

    private void FindPredictors(int start, int end)
    {
        for (var row = start; row < end; row++)
        {
            var predictors = Predictors(row);
            var count = _side.EntriesOf(row);
            foreach (var column in _side.Entries.Columns.AsSpan(_side.Entries.RowStarts[row], count))
            {
                Elementwise.AddScaled(predictors, 1, _other.Means(column));
            }

            Elementwise.Divide(predictors, count + PredictorShrinkage);
        }
    }

    /// <summary>Adds up the predictors' moments and their products with the means, over all rows in order.</summary>
    private void AddUp(int firstFactor, int lastFactor)
    {
        for (var row = 0; row < _side.Count; row++)
        {
            var count = _side.EntriesOf(row);
            if (count == 0)
            {
                continue;
            }

            var predictors = Predictors(row);
            var means = _side.Means(row);
            var weight = count / (count + HalfWeight);
            for (var factor = firstFactor; factor < lastFactor; factor++)
            {
                var scale = weight * predictors[factor];
                Elementwise.AddScaled(_moments.AsSpan(factor * _width, factor + 1), scale, predictors);
                Elementwise.AddScaled(_targets.AsSpan(factor * _width, _width), scale, means);
            }
        }
    }

    /// <summary>The weights, a row a predictor and a column a factor to predict.</summary>
    private float[] SolveWeights()
    {
        var matrix = Array.ConvertAll(_moments, moment => (double)moment);
        for (var i = 0; i < _width; i++)
        {
            matrix[(i * _width) + i] += Ridge * _other.PriorVariance(i);
        }

        Cholesky.Factorize(matrix, _width);
        var weights = new float[_width * _width];
        var solution = new double[_width];
        for (var factor = 0; factor < _width; factor++)
        {
            for (var i = 0; i < _width; i++)
            {
                solution[i] = _targets[(i * _width) + factor];
            }

            Cholesky.Solve(matrix, solution);
            for (var i = 0; i < _width; i++)
            {
                weights[(i * _width) + factor] = (float)solution[i];
            }
        }

        return weights;
    }

    private void Predict(float[] weights, int start, int end)
    {
        for (var row = start; row < end; row++)
        {
            var prior = _side.PriorMeans(row);
            var predictors = Predictors(row);
            prior.Clear();
            for (var i = 0; i < _width; i++)
            {
                Elementwise.AddScaled(prior, predictors[i], weights.AsSpan(i * _width, _width));
            }
        }
    }
}
