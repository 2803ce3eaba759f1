using System.Numerics;
using System.Runtime.InteropServices;

namespace MovieChain.Learning.Factorization;

/// <summary>
/// What is believed of the rows of a sparse matrix, or, given its transpose, of the columns: the posterior mean and variance of each one's
/// factors, the bias first.
/// </summary>
/// <param name="entries">What was observed of each row.</param>
/// <param name="places">Where each entry's residual stands among all residuals.</param>
/// <param name="width">How many factors a row has, its bias included.</param>
internal sealed class FactorSide(SparseMatrix entries, int[] places, int width)
{
    private const int RowsPerRange = 64;

    private readonly float[] _moments = new float[entries.RowCount * 3 * width];
    private readonly float[] _sums = new float[entries.RowCount * 3 * width];
    private readonly float[] _priorMeans = new float[entries.RowCount * width];

    /// <summary>What was observed of each row.</summary>
    public SparseMatrix Entries { get; } = entries;

    /// <summary>How many factors a row has, its bias included.</summary>
    public int Width { get; } = width;

    /// <summary>How many rows there are.</summary>
    public int Count { get; } = entries.RowCount;

    /// <summary>The prior variance of a bias.</summary>
    public float BiasVariance { get; set; }

    /// <summary>The prior variance of every other factor.</summary>
    public float FactorVariance { get; set; }

    /// <summary>The prior variance of a factor.</summary>
    public float PriorVariance(int factor) => factor == 0 ? BiasVariance : FactorVariance;

    /// <summary>The posterior means of a row's factors.</summary>
    public Span<float> Means(int row) => _moments.AsSpan(row * 3 * Width, Width);

    /// <summary>The posterior second moments of a row's factors.</summary>
    public Span<float> Squares(int row) => _moments.AsSpan(((row * 3) + 1) * Width, Width);

    /// <summary>The posterior variances of a row's factors.</summary>
    public Span<float> Variances(int row) => _moments.AsSpan(((row * 3) + 2) * Width, Width);

    /// <summary>The sums of the means over the columns of a row's entries.</summary>
    public Span<float> MeanSums(int row) => _sums.AsSpan(row * 3 * Width, Width);

    /// <summary>The sums of the second moments over the columns of a row's entries.</summary>
    public Span<float> SquareSums(int row) => _sums.AsSpan(((row * 3) + 1) * Width, Width);

    /// <summary>The sums of the variances over the columns of a row's entries.</summary>
    public Span<float> VarianceSums(int row) => _sums.AsSpan(((row * 3) + 2) * Width, Width);

    /// <summary>The prior means of a row's factors.</summary>
    public Span<float> PriorMeans(int row) => _priorMeans.AsSpan(row * Width, Width);

    /// <summary>Where the residuals of a row's entries stand.</summary>
    public ReadOnlySpan<int> Places(int row) => places.AsSpan(Entries.RowStarts[row], EntriesOf(row));

    /// <summary>The columns of a row's entries.</summary>
    public ReadOnlySpan<int> Columns(int row) => Entries.Columns.AsSpan(Entries.RowStarts[row], EntriesOf(row));

    /// <summary>A side of another rank on the same entries, of which nothing is believed yet.</summary>
    public FactorSide OfWidth(int otherWidth) => new(Entries, places, otherWidth);

    /// <summary>How many entries a row has.</summary>
    public int EntriesOf(int row) => Entries.RowStarts[row + 1] - Entries.RowStarts[row];

    /// <summary>Adds up what is believed of the columns over every row's entries, entry by entry.</summary>
    public void AddUp(FactorSide columns, Workers workers) => workers.ForRanges(Count, RowsPerRange, (start, end) =>
    {
        for (var row = start; row < end; row++)
        {
            var sums = _sums.AsSpan(row * 3 * Width, 3 * Width);
            AddUp(sums, columns._moments, Columns(row));
        }
    });

    /// <summary>Estimates the prior variance of the biases from the rows that have entries.</summary>
    public void EstimateBiasVariance()
    {
        double sum = 0;
        var rows = 0;
        for (var row = 0; row < Count; row++)
        {
            if (EntriesOf(row) > 0)
            {
                var deviation = Means(row)[0] - PriorMeans(row)[0];
                sum += (deviation * (double)deviation) + Variances(row)[0];
                rows++;
            }
        }

        BiasVariance = Math.Max((float)(sum / Math.Max(1, rows)), FactorAnalysis.MinVariance);
    }

    private static void AddUp(Span<float> sums, float[] moments, ReadOnlySpan<int> columns)
    {
        var wideSums = MemoryMarshal.Cast<float, Vector<float>>(sums);
        var length = sums.Length;
        var i = 0;

        // Four vectors of sums stay in registers while the entries go by.
        for (; i + 4 <= wideSums.Length; i += 4)
        {
            var (sum0, sum1, sum2, sum3) = (Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero, Vector<float>.Zero);
            foreach (var column in columns)
            {
                ref var first = ref moments[(column * length) + (i * Vector<float>.Count)];
                sum0 += Vector.LoadUnsafe(ref first);
                sum1 += Vector.LoadUnsafe(ref first, (nuint)Vector<float>.Count);
                sum2 += Vector.LoadUnsafe(ref first, (nuint)(2 * Vector<float>.Count));
                sum3 += Vector.LoadUnsafe(ref first, (nuint)(3 * Vector<float>.Count));
            }

            wideSums[i] = sum0;
            wideSums[i + 1] = sum1;
            wideSums[i + 2] = sum2;
            wideSums[i + 3] = sum3;
        }

        var rest = sums[(i * Vector<float>.Count)..];
        rest.Clear();
        foreach (var column in columns)
        {
            Elementwise.AddScaled(rest, 1, moments.AsSpan((column * length) + (i * Vector<float>.Count), rest.Length));
        }
    }
}
