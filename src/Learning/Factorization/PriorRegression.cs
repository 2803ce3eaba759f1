namespace MovieChain.Learning.Factorization;

/// <summary>
/// Predicts the prior mean of a row's factors from the columns in which it has entries, whatever their values: the choice of what to rate is
/// implicit feedback. The predictors are the mean factors of these columns, shrunk towards 0; the weights come from ridge regression over
/// all rows.
/// </summary>
/// <remarks>
/// Sources: Agarwal, Chen, "Regression-based Latent Factor Models", KDD 2009, for priors that are regressions; Koren, "Factorization Meets
/// the Neighborhood", KDD 2008, for the implicit feedback in the choice of what to rate.
/// </remarks>
internal sealed class PriorRegression
{
    /// <summary>The shrinkage of the predictors, in entries.</summary>
    private const float PredictorShrinkage = 10;

    /// <summary>The number of entries at which a row has half the maximal weight.</summary>
    private const float HalfWeight = 20;

    /// <summary>The ridge penalty on the weight of a predictor, in prior variances of its factor.</summary>
    private const double Ridge = 5;

    private const int RowsPerRange = 64;

    private readonly FactorSide _side;
    private readonly FactorSide _other;
    private readonly int _width;
    private readonly int _stride;
    private readonly float[] _weights;
    private readonly float[] _predictorsAndMeans;
    private readonly float[] _products;

    private PriorRegression(FactorSide side, FactorSide other)
    {
        (_side, _other, _width) = (side, other, side.Width);
        _stride = RoundUp(2 * _width, Elementwise.LengthAtOnce);
        _weights = new float[side.Count];
        _predictorsAndMeans = new float[checked(side.Count * _stride)];
        _products = new float[RoundUp(_width, Elementwise.ElementsAtOnce) * _stride];
    }

    /// <summary>Sets the prior means of a side's rows.</summary>
    /// <param name="side">The rows, whose sums over entries are up to date.</param>
    /// <param name="other">The columns.</param>
    /// <param name="workers">Thread budget; never affects results.</param>
    public static void SetPriorMeans(FactorSide side, FactorSide other, Workers workers)
    {
        var regression = new PriorRegression(side, other);
        workers.ForRanges(side.Count, RowsPerRange, regression.FindPredictors);
        workers.ForRanges(side.Width, Elementwise.ElementsAtOnce, regression.SumProducts);
        var weights = regression.SolveWeights();
        workers.ForRanges(side.Count, RowsPerRange, (start, end) => regression.Predict(weights, start, end));
    }

    private static int RoundUp(int length, int multiple) => (length + multiple - 1) / multiple * multiple;

    private void FindPredictors(int start, int end)
    {
        for (var row = start; row < end; row++)
        {
            var count = _side.EntriesOf(row);
            var predictors = _predictorsAndMeans.AsSpan(row * _stride, _width);
            _side.MeanSums(row).CopyTo(predictors);
            Elementwise.Divide(predictors, count + PredictorShrinkage);
            _side.Means(row).CopyTo(_predictorsAndMeans.AsSpan((row * _stride) + _width, _width));
            _weights[row] = count / (count + HalfWeight);
        }
    }

    /// <summary>Sums the products of some predictors with all predictors and means over all rows, in order.</summary>
    private void SumProducts(int firstFactor, int lastFactor) =>
        Elementwise.SumWeightedProducts(_products, _weights, _predictorsAndMeans, _stride, firstFactor);

    /// <summary>The weights: a row for each predictor, a column for each factor.</summary>
    private float[] SolveWeights()
    {
        var matrix = new double[_width * _width];
        for (var i = 0; i < _width; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                matrix[(i * _width) + j] = _products[(i * _stride) + j];
            }

            matrix[(i * _width) + i] += Ridge * _other.PriorVariance(i);
        }

        Cholesky.Factorize(matrix, _width);
        var weights = new float[_width * _width];
        var solution = new double[_width];
        for (var factor = 0; factor < _width; factor++)
        {
            for (var i = 0; i < _width; i++)
            {
                solution[i] = _products[(i * _stride) + _width + factor];
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
            Elementwise.Multiply(_predictorsAndMeans.AsSpan(row * _stride, _width), weights, _side.PriorMeans(row));
        }
    }
}
