using Microsoft.ML;
using Microsoft.ML.Data;

namespace MovieChain.Learning;

/// <summary>Arrays of equal length as the columns of an ML.NET data view, without copies.</summary>
internal sealed class ColumnarDataView : IDataView
{
    private readonly Array[] _columns;
    private readonly int _length;

    /// <summary>Creates a view; each array has the raw type of its column's data view type.</summary>
    public ColumnarDataView(params (string Name, DataViewType Type, Array Values)[] columns)
    {
        var schema = new DataViewSchema.Builder();
        foreach (var (name, type, _) in columns)
        {
            schema.AddColumn(name, type);
        }

        Schema = schema.ToSchema();
        _columns = [.. columns.Select(column => column.Values)];
        _length = _columns[0].Length;
    }

    public bool CanShuffle => false;

    public DataViewSchema Schema { get; }

    public long? GetRowCount() => _length;

#pragma warning disable RS0030 // The interface names System.Random; this view never shuffles.
    public DataViewRowCursor GetRowCursor(IEnumerable<DataViewSchema.Column> columnsNeeded, Random? rand = null) =>
        new Cursor(this, columnsNeeded.Select(column => column.Index).ToHashSet());

    /// <summary>Returns one cursor, so that rows are read in order.</summary>
    public DataViewRowCursor[] GetRowCursorSet(IEnumerable<DataViewSchema.Column> columnsNeeded, int n, Random? rand = null) =>
        [GetRowCursor(columnsNeeded, rand)];
#pragma warning restore RS0030

    private sealed class Cursor(ColumnarDataView view, HashSet<int> active) : DataViewRowCursor
    {
        private int _position = -1;

        public override long Position => _position;

        public override long Batch => 0;

        public override DataViewSchema Schema => view.Schema;

        public override bool IsColumnActive(DataViewSchema.Column column) => active.Contains(column.Index);

        public override bool MoveNext()
        {
            _position = _position + 1 < view._length ? _position + 1 : -1;
            return _position >= 0;
        }

        public override ValueGetter<TValue> GetGetter<TValue>(DataViewSchema.Column column)
        {
            var values = (TValue[])view._columns[column.Index];
            return (ref TValue value) => value = values[_position];
        }

        public override ValueGetter<DataViewRowId> GetIdGetter() => (ref DataViewRowId value) => value = new((ulong)_position, 0);
    }
}
