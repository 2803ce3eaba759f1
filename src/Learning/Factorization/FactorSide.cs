namespace MovieChain.Learning.Factorization;

/// <summary>
/// What is believed of the rows of a sparse matrix, or, given its transpose, of the columns: the posterior mean and variance of each one's
/// factors, the bias first.
/// </summary>
/// <param name="entries">What was observed of each row.</param>
/// <param name="width">How many factors a row has, its bias included.</param>
internal sealed class FactorSide(SparseMatrix entries, int width)
{
    private readonly float[] _means = new float[entries.RowCount * width];
    private readonly float[] _variances = new float[entries.RowCount * width];
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
    public Span<float> Means(int row) => _means.AsSpan(row * Width, Width);

    /// <summary>The posterior variances of a row's factors.</summary>
    public Span<float> Variances(int row) => _variances.AsSpan(row * Width, Width);

    /// <summary>The prior means of a row's factors.</summary>
    public Span<float> PriorMeans(int row) => _priorMeans.AsSpan(row * Width, Width);

    /// <summary>How many entries a row has.</summary>
    public int EntriesOf(int row) => Entries.RowStarts[row + 1] - Entries.RowStarts[row];

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
}
