namespace MovieChain.Learning.Factorization;

/// <summary>
/// A factorized matrix: the value at (row, column) is the dot product of the row's and the column's factors. A row has its bias, its
/// latent factors and 1; a column has 1, its latent factors and its bias, the overall mean included. A row or column without
/// observations has only zeros.
/// </summary>
internal sealed class FactorModel(int rank, int rowCount, int columnCount)
{
    /// <summary>The number of latent factors.</summary>
    public int Rank { get; } = rank;

    /// <summary>The number of all factors of a row or column.</summary>
    public int Width { get; } = WidthOf(rank);

    public int RowCount { get; } = rowCount;

    public int ColumnCount { get; } = columnCount;

    /// <summary>The mean of all observed values.</summary>
    public float Mean { get; set; }

    /// <summary>The variance of an observed value around the predicted one; 0 where it is not estimated.</summary>
    public float NoiseVariance { get; set; }

    /// <summary>The variance of the biases among rows. That of the latent factors is 1. 0 where there are no biases.</summary>
    public float RowBiasVariance { get; set; }

    public float[] RowFactors { get; } = new float[checked(rowCount * WidthOf(rank))];

    public float[] ColumnFactors { get; } = new float[checked(columnCount * WidthOf(rank))];

    public static int WidthOf(int rank) => rank + 2;

    public Span<float> Row(int row) => RowFactors.AsSpan(row * Width, Width);

    public Span<float> Column(int column) => ColumnFactors.AsSpan(column * Width, Width);

    /// <summary>The columns' factors, transposed: factor by factor.</summary>
    public float[] ColumnsByFactor()
    {
        var transposed = new float[ColumnFactors.Length];
        for (var column = 0; column < ColumnCount; column++)
        {
            for (var factor = 0; factor < Width; factor++)
            {
                transposed[(factor * ColumnCount) + column] = Column(column)[factor];
            }
        }

        return transposed;
    }

    /// <summary>Whether a column has observations.</summary>
    public bool IsObserved(int column) => Column(column)[0] != 0;

    /// <summary>A model without rows, with the same columns and, up to a count, further ones without observations.</summary>
    public FactorModel WithColumns(int count)
    {
        var model = new FactorModel(Rank, rowCount: 0, count) { Mean = Mean, NoiseVariance = NoiseVariance, RowBiasVariance = RowBiasVariance };
        ColumnFactors.CopyTo(model.ColumnFactors.AsSpan());
        return model;
    }

    /// <summary>The predicted value at a row and column; NaN if the row or the column has no observations.</summary>
    public float Score(int row, int column) => Score(Row(row), Column(column));

    /// <summary>The predicted value for a row's and a column's factors, summed in order; NaN if one of them has no observations.</summary>
    public static float Score(ReadOnlySpan<float> row, ReadOnlySpan<float> column)
    {
        if (row.IsEmpty || column.IsEmpty || row[^1] != 1 || column[0] != 1)
        {
            return float.NaN;
        }

        var score = 0f;
        for (var i = 0; i < row.Length; i++)
        {
            score += row[i] * column[i];
        }

        return score;
    }
}
