using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MovieChain.Learning.Factorization;

/// <summary>
/// Finds the posterior of one row's factors, one factor after the other, given what is believed of the columns. What one thread works
/// on at a time.
/// </summary>
/// <remarks>
/// Sums over a row's entries are kept in 16 lanes, whatever the machine's vectors are, and the lanes are added in a fixed order, so that
/// every instruction set gives the same bits.
/// </remarks>
internal sealed class CoordinateAscent(int width)
{
    private const int Lanes = 16;

    private readonly float[] _columnVariances = new float[width];
    private float[] _features = [];
    private float[] _residuals = [];

    /// <summary>Replaces the posterior of a row that has entries.</summary>
    /// <param name="side">The row's side.</param>
    /// <param name="other">The columns' side.</param>
    /// <param name="row">The row.</param>
    /// <param name="mean">The mean of all observed values.</param>
    /// <param name="noise">The variance of an observed value about the predicted one.</param>
    public void Solve(FactorSide side, FactorSide other, int row, float mean, float noise)
    {
        var entries = side.Entries;
        var (start, count) = (entries.RowStarts[row], side.EntriesOf(row));
        var stride = (count + Lanes - 1) / Lanes * Lanes;
        Gather(other, entries.Columns.AsSpan(start, count), stride);
        var residuals = MemoryMarshal.Cast<float, Vector512<float>>(_residuals.AsSpan(0, stride));
        Span<float> means = side.Means(row);
        for (var i = 0; i < count; i++)
        {
            _residuals[i] = entries.Labels[start + i] - mean - other.Means(entries.Columns[start + i])[0];
        }

        for (var factor = 0; factor < side.Width; factor++)
        {
            Subtract(residuals, means[factor], Features(factor, stride));
        }

        for (var factor = 0; factor < side.Width; factor++)
        {
            var features = Features(factor, stride);
            var (product, square) = Products(features, residuals);
            var prior = 1 / side.PriorVariance(factor);
            var precision = ((square + _columnVariances[factor]) / noise) + prior;
            var before = means[factor];
            means[factor] = (((product + (square * before)) / noise) + (prior * side.PriorMeans(row)[factor])) / precision;
            side.Variances(row)[factor] = 1 / precision;
            Subtract(residuals, means[factor] - before, features);
        }
    }

    /// <summary>Lays the features of a row's entries factor by factor, zeros behind the last entry, and adds up the columns' variances.</summary>
    private void Gather(FactorSide other, ReadOnlySpan<int> columns, int stride)
    {
        if (_residuals.Length < stride)
        {
            _residuals = new float[stride];
            _features = new float[stride * other.Width];
        }

        _columnVariances.AsSpan().Clear();
        _residuals.AsSpan(0, stride).Clear();
        for (var factor = 0; factor < other.Width; factor++)
        {
            _features.AsSpan((factor * stride) + columns.Length, stride - columns.Length).Clear();
        }

        for (var i = 0; i < columns.Length; i++)
        {
            var means = other.Means(columns[i]);
            _features[i] = 1;
            for (var factor = 1; factor < means.Length; factor++)
            {
                _features[(factor * stride) + i] = means[factor];
            }

            Elementwise.AddScaled(_columnVariances, 1, other.Variances(columns[i]));
        }

        // The feature of a bias is the constant 1, which is certain.
        _columnVariances[0] = 0;
    }

    private Span<Vector512<float>> Features(int factor, int stride) =>
        MemoryMarshal.Cast<float, Vector512<float>>(_features.AsSpan(factor * stride, stride));

    private static void Subtract(Span<Vector512<float>> residuals, float factor, ReadOnlySpan<Vector512<float>> features)
    {
        var wide = Vector512.Create(factor);
        for (var i = 0; i < residuals.Length && i < features.Length; i++)
        {
            residuals[i] -= wide * features[i];
        }
    }

    private static (float Product, float Square) Products(ReadOnlySpan<Vector512<float>> features, ReadOnlySpan<Vector512<float>> residuals)
    {
        var product = Vector512<float>.Zero;
        var square = Vector512<float>.Zero;
        for (var i = 0; i < residuals.Length && i < features.Length; i++)
        {
            product += features[i] * residuals[i];
            square += features[i] * features[i];
        }

        return (SumLanes(product), SumLanes(square));
    }

    private static float SumLanes(Vector512<float> lanes)
    {
        var eight = lanes.GetLower() + lanes.GetUpper();
        var four = eight.GetLower() + eight.GetUpper();
        return (four.GetElement(0) + four.GetElement(2)) + (four.GetElement(1) + four.GetElement(3));
    }
}
