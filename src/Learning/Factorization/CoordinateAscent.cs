using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MovieChain.Learning.Factorization;

/// <summary>
/// Updates the posterior of one row's factors, one factor after the other, given the columns' posteriors. One instance serves one thread.
/// </summary>
/// <remarks>
/// Sums over a row's entries use 16 lanes on every machine, and the lanes are added in a fixed order: every instruction set gives the
/// same bits.
/// </remarks>
internal sealed class CoordinateAscent
{
    private float[] _features = [];
    private float[] _residuals = [];

    /// <summary>Updates the posterior of a row that has entries.</summary>
    /// <param name="side">The row's side, whose sums over entries are up to date.</param>
    /// <param name="other">The columns' side.</param>
    /// <param name="row">The row.</param>
    /// <param name="noise">The variance of the noise.</param>
    /// <param name="residuals">The differences between observed and predicted values; those of the row's entries are updated.</param>
    public void Solve(FactorSide side, FactorSide other, int row, float noise, float[] residuals)
    {
        var places = side.Places(row);
        var stride = Lanes.RoundUp(places.Length);
        Gather(other, side.Entries.ColumnsOf(row), stride);
        for (var i = 0; i < places.Length; i++)
        {
            _residuals[i] = residuals[places[i]];
        }

        var wideResiduals = MemoryMarshal.Cast<float, Vector512<float>>(_residuals.AsSpan(0, stride));
        var wideFeatures = MemoryMarshal.Cast<float, Vector512<float>>(_features.AsSpan(0, stride * side.Width));

        var means = side.Means(row);
        var squares = side.Squares(row);
        var variances = side.Variances(row);
        var priorMeans = side.PriorMeans(row);
        var squareSums = side.SquareSums(row);
        var varianceSums = side.VarianceSums(row);

        // The feature of a bias is the constant 1, with variance 0.
        (squareSums[0], varianceSums[0]) = (places.Length, 0);
        var change = 0f;
        var before = wideFeatures[..wideResiduals.Length];
        for (var factor = 0; factor < means.Length; factor++)
        {
            var features = wideFeatures.Slice(factor * wideResiduals.Length, wideResiduals.Length);
            var product = SubtractAndMultiply(wideResiduals, change, before, features);
            var penalty = noise / side.PriorVariance(factor);
            var precision = squareSums[factor] + penalty;
            change = (product - (varianceSums[factor] * means[factor]) + (penalty * (priorMeans[factor] - means[factor]))) / precision;
            var mean = means[factor] + change;
            var variance = noise / precision;
            means[factor] = mean;
            variances[factor] = variance;
            squares[factor] = (mean * mean) + variance;
            before = features;
        }

        SubtractAndMultiply(wideResiduals, change, before, before);
        for (var i = 0; i < places.Length; i++)
        {
            residuals[places[i]] = _residuals[i];
        }
    }

    /// <summary>Copies the features of a row's entries, factor by factor, padded with zeros.</summary>
    private void Gather(FactorSide other, ReadOnlySpan<int> columns, int stride)
    {
        if (_residuals.Length < stride)
        {
            _residuals = new float[stride];
            _features = new float[checked(stride * other.Width)];
        }

        var used = columns.Length / 4 * 4;
        for (var factor = 0; factor < other.Width; factor++)
        {
            _features.AsSpan((factor * stride) + used, stride - used).Clear();
        }

        _residuals.AsSpan(used, stride - used).Clear();
        _features.AsSpan(0, columns.Length).Fill(1);
        for (var i = 0; i < used; i += 4)
        {
            var first = other.Means(columns[i]);
            var second = other.Means(columns[i + 1])[..first.Length];
            var third = other.Means(columns[i + 2])[..first.Length];
            var fourth = other.Means(columns[i + 3])[..first.Length];
            for (var factor = 1; factor < first.Length; factor++)
            {
                Vector128.Create(first[factor], second[factor], third[factor], fourth[factor]).CopyTo(_features.AsSpan((factor * stride) + i));
            }
        }

        for (var i = used; i < columns.Length; i++)
        {
            var means = other.Means(columns[i]);
            for (var factor = 1; factor < means.Length; factor++)
            {
                _features[(factor * stride) + i] = means[factor];
            }
        }
    }

    /// <summary>Subtracts a change's effect from the residuals; returns the dot product of the new residuals and the next features.</summary>
    private static float SubtractAndMultiply(
        Span<Vector512<float>> residuals, float change, ReadOnlySpan<Vector512<float>> changed, ReadOnlySpan<Vector512<float>> features)
    {
        changed = changed[..residuals.Length];
        features = features[..residuals.Length];
        var wideChange = Vector512.Create(change);
        var product = Vector512<float>.Zero;
        for (var i = 0; i < residuals.Length; i++)
        {
            var residual = residuals[i] - (wideChange * changed[i]);
            residuals[i] = residual;
            product += features[i] * residual;
        }

        var eight = product.GetLower() + product.GetUpper();
        var four = eight.GetLower() + eight.GetUpper();
        return (four.GetElement(0) + four.GetElement(2)) + (four.GetElement(1) + four.GetElement(3));
    }
}
