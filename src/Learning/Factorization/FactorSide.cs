namespace MovieChain.Learning.Factorization;

/// <summary>
/// The posterior means and variances of the factors of a sparse matrix's rows, the bias first. Its transpose gives those of the columns.
/// </summary>
/// <param name="entries">The observations, row by row.</param>
/// <param name="places">Each entry's index among all residuals.</param>
/// <param name="width">Factors of a row, its bias included.</param>
internal sealed class FactorSide(SparseMatrix entries, int[] places, int width)
{
    private const int RowsPerRange = 64;

    private readonly float[] _moments = new float[checked(entries.RowCount * 3 * width)];
    private readonly float[] _sums = new float[checked(entries.RowCount * 3 * width)];
    private readonly float[] _priorMeans = new float[entries.RowCount * width];

    public SparseMatrix Entries { get; } = entries;

    /// <summary>Factors of a row, its bias included.</summary>
    public int Width { get; } = width;

    public int Count { get; } = entries.RowCount;

    /// <summary>The prior variance of a bias.</summary>
    public float BiasVariance { get; set; }

    /// <summary>The prior variance of every other factor.</summary>
    public float FactorVariance { get; set; }

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

    public Span<float> PriorMeans(int row) => _priorMeans.AsSpan(row * Width, Width);

    /// <summary>The indices of the residuals of a row's entries.</summary>
    public ReadOnlySpan<int> Places(int row) => places.AsSpan(Entries.RowStarts[row], EntriesOf(row));

    /// <summary>A side of another rank with the same entries, without posteriors.</summary>
    public FactorSide OfWidth(int otherWidth) => new(Entries, places, otherWidth);

    public int EntriesOf(int row) => Entries.RowStarts[row + 1] - Entries.RowStarts[row];

    /// <summary>Sums the columns' moments over every row's entries, in the order of the entries.</summary>
    public void AddUp(FactorSide columns, Workers workers) => workers.ForRanges(Count, RowsPerRange, (start, end) =>
    {
        for (var row = start; row < end; row++)
        {
            Elementwise.SumRows(columns._moments, 3 * Width, Entries.ColumnsOf(row), firstRow: 0, _sums.AsSpan(row * 3 * Width, 3 * Width));
        }
    });

    /// <summary>Estimates the prior variance of the biases from the rows that have entries.</summary>
    /// <param name="least">The lower bound.</param>
    public void EstimateBiasVariance(float least)
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

        BiasVariance = Math.Max((float)(sum / Math.Max(1, rows)), least);
    }
}
