namespace MovieChain.Learning.Factorization;

/// <summary>Sums over rows with entries, in order.</summary>
internal sealed class RowStatistics(int momentsLength)
{
    public int Count { get; private set; }

    /// <summary>The sum of the rows' second moments.</summary>
    public double[] Moments { get; } = new double[momentsLength];

    /// <summary>The sum of the expected squared errors of the predictions.</summary>
    public double SquaredErrors { get; private set; }

    public void Clear()
    {
        Count = 0;
        SquaredErrors = 0;
        Array.Clear(Moments);
    }

    public void Add(ReadOnlySpan<float> moments, double squaredErrors)
    {
        Count++;
        SquaredErrors += squaredErrors;
        for (var i = 0; i < moments.Length; i++)
        {
            Moments[i] += moments[i];
        }
    }

    public void Add(RowStatistics other)
    {
        Count += other.Count;
        SquaredErrors += other.SquaredErrors;
        for (var i = 0; i < Moments.Length; i++)
        {
            Moments[i] += other.Moments[i];
        }
    }
}
