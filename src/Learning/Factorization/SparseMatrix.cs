namespace MovieChain.Learning.Factorization;

/// <summary>Observations of a matrix, row by row: the entries of row r are <c>[RowStarts[r], RowStarts[r + 1])</c>.</summary>
/// <param name="ColumnCount">The number of columns.</param>
/// <param name="RowStarts">The first entry of each row, and the end of the last row.</param>
/// <param name="Columns">Each entry's column.</param>
/// <param name="Labels">Each entry's observed value.</param>
internal sealed record SparseMatrix(int ColumnCount, int[] RowStarts, int[] Columns, float[] Labels)
{
    public int RowCount => RowStarts.Length - 1;

    public int EntryCount => Columns.Length;

    public ReadOnlySpan<int> ColumnsOf(int row) => Columns.AsSpan(RowStarts[row]..RowStarts[row + 1]);

    /// <summary>The mean of the observed values; 0 without entries.</summary>
    public float MeanLabel()
    {
        double sum = 0;
        foreach (var label in Labels)
        {
            sum += label;
        }

        return (float)(sum / Math.Max(1, EntryCount));
    }

    /// <summary>The variance of the observed values; 0 without entries.</summary>
    public float LabelVariance()
    {
        var mean = MeanLabel();
        double sum = 0;
        foreach (var label in Labels)
        {
            sum += (label - mean) * (double)(label - mean);
        }

        return (float)(sum / Math.Max(1, EntryCount));
    }

    /// <summary>Sorts entries by row, keeping their order within a row.</summary>
    public static SparseMatrix FromEntries(
        int rowCount, int columnCount, ReadOnlySpan<int> rows, ReadOnlySpan<int> columns, ReadOnlySpan<float> labels)
    {
        var starts = new int[rowCount + 1];
        foreach (var row in rows)
        {
            starts[row + 1]++;
        }

        for (var row = 0; row < rowCount; row++)
        {
            starts[row + 1] += starts[row];
        }

        var sorted = new SparseMatrix(columnCount, starts, new int[rows.Length], new float[rows.Length]);
        var next = starts.AsSpan(0, rowCount).ToArray();
        for (var i = 0; i < rows.Length; i++)
        {
            var place = next[rows[i]]++;
            sorted.Columns[place] = columns[i];
            sorted.Labels[place] = labels[i];
        }

        return sorted;
    }

    /// <summary>The transpose. Within a column, entries keep the order of their rows.</summary>
    public SparseMatrix Transpose()
    {
        var rows = new int[EntryCount];
        for (var row = 0; row < RowCount; row++)
        {
            rows.AsSpan(RowStarts[row]..RowStarts[row + 1]).Fill(row);
        }

        return FromEntries(ColumnCount, RowCount, Columns, rows, Labels);
    }

    /// <summary>For each entry of the transpose, its index in this matrix.</summary>
    public int[] TransposedPlaces(SparseMatrix transpose)
    {
        var places = new int[EntryCount];
        var next = transpose.RowStarts[..^1];
        for (var entry = 0; entry < EntryCount; entry++)
        {
            places[next[Columns[entry]]++] = entry;
        }

        return places;
    }

    /// <summary>The pairs with a label above 0, each once and with label 1. Within a row they are sorted by column.</summary>
    public SparseMatrix PositivePairs()
    {
        var sorted = Transpose().Transpose();
        var starts = new int[RowCount + 1];
        var kept = 0;
        for (var row = 0; row < RowCount; row++)
        {
            starts[row] = kept;
            for (var entry = RowStarts[row]; entry < RowStarts[row + 1]; entry++)
            {
                var column = sorted.Columns[entry];
                if (sorted.Labels[entry] > 0 && (kept == starts[row] || sorted.Columns[kept - 1] != column))
                {
                    sorted.Columns[kept++] = column;
                }
            }
        }

        starts[RowCount] = kept;
        var labels = new float[kept];
        labels.AsSpan().Fill(1);
        return new SparseMatrix(ColumnCount, starts, sorted.Columns[..kept], labels);
    }
}
