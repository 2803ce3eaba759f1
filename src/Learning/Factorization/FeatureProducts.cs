namespace MovieChain.Learning.Factorization;

/// <summary>The products of each column's features in the normal equations of the rows: the upper triangle, row by row. Computed once for all
/// rows that have an entry in the column.</summary>
internal sealed class FeatureProducts
{
    /// <summary>A larger table is not kept: its products are computed on each use, to save memory.</summary>
    private const long MaxTableLength = 1 << 26;

    private const int ColumnsPerRange = 16;

    private readonly FactorModel _model;
    private readonly int _unknowns;
    private readonly int _length;
    private readonly float[]? _table;

    /// <summary>Computes the products of a model's current columns.</summary>
    /// <param name="model">The model.</param>
    /// <param name="workers">Thread budget; never affects results.</param>
    /// <param name="maxTableLength">The largest table to keep; never affects results.</param>
    public FeatureProducts(FactorModel model, Workers workers, long maxTableLength = MaxTableLength)
    {
        _model = model;
        _unknowns = model.Rank + 1;
        _length = _unknowns * (_unknowns + 1) / 2;
        if ((long)_length * model.ColumnCount > maxTableLength)
        {
            return;
        }

        var table = new float[_length * model.ColumnCount];
        workers.ForRanges(model.ColumnCount, ColumnsPerRange, (start, end) =>
        {
            for (var column = start; column < end; column++)
            {
                AddProducts(column, table.AsSpan(column * _length, _length));
            }
        });
        _table = table;
    }

    /// <summary>Sums the products of some columns, in order.</summary>
    public void Sum(ReadOnlySpan<int> columns, Span<float> sums)
    {
        if (_table is not null)
        {
            Elementwise.SumRows(_table, _length, columns, firstRow: 0, sums);
            return;
        }

        sums.Clear();
        foreach (var column in columns)
        {
            AddProducts(column, sums);
        }
    }

    private void AddProducts(int column, Span<float> sums)
    {
        var features = _model.Column(column)[.._unknowns];
        for (var i = 0; i < features.Length; i++)
        {
            var rest = features[i..];
            Elementwise.AddScaled(sums[..rest.Length], features[i], rest);
            sums = sums[rest.Length..];
        }
    }
}
