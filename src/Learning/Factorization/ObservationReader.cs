using System.Runtime.InteropServices;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MovieChain.Learning.Factorization;

/// <summary>Reads training data into a sparse matrix with a row for each member and a column for each film.</summary>
internal static class ObservationReader
{
    public static SparseMatrix Read(IDataView input, MatrixFactorizationOptions options)
    {
        var memberColumn = KeyColumn(input.Schema, options.MatrixColumnIndexColumnName);
        var filmColumn = KeyColumn(input.Schema, options.MatrixRowIndexColumnName);
        var labelColumn = SingleColumn(input.Schema, options.LabelColumnName);

        using var cursor = input.GetRowCursor([memberColumn, filmColumn, labelColumn]);
        var getMember = cursor.GetGetter<uint>(memberColumn);
        var getFilm = cursor.GetGetter<uint>(filmColumn);
        var getLabel = cursor.GetGetter<float>(labelColumn);

        var (memberCount, filmCount) = (KeyCount(memberColumn), KeyCount(filmColumn));
        var capacity = (int)(input.GetRowCount() ?? 0);
        var members = new List<int>(capacity);
        var films = new List<int>(capacity);
        var labels = new List<float>(capacity);
        while (cursor.MoveNext())
        {
            uint member = 0;
            uint film = 0;
            float label = 0;
            getMember(ref member);
            getFilm(ref film);
            getLabel(ref label);
            if (member == 0 || member > memberCount || film == 0 || film > filmCount || !float.IsFinite(label))
            {
                throw new ArgumentException($"Row {cursor.Position} has a missing key, a key beyond its column's count or a label that is no finite number.", nameof(input));
            }

            members.Add((int)member - 1);
            films.Add((int)film - 1);
            labels.Add(label);
        }

        return SparseMatrix.FromEntries(
            memberCount,
            filmCount,
            CollectionsMarshal.AsSpan(members),
            CollectionsMarshal.AsSpan(films),
            CollectionsMarshal.AsSpan(labels));
    }

    private static int KeyCount(DataViewSchema.Column column) => (int)((KeyDataViewType)column.Type).Count;

    private static DataViewSchema.Column KeyColumn(DataViewSchema schema, string name)
    {
        var column = Column(schema, name);
        return column.Type is KeyDataViewType { Count: > 0 and <= int.MaxValue } type && type.RawType == typeof(uint)
            ? column
            : throw new ArgumentException($"Column '{name}' must be a key of type UInt32 with a known count; it is {column.Type}.");
    }

    private static DataViewSchema.Column SingleColumn(DataViewSchema schema, string name)
    {
        var column = Column(schema, name);
        return column.Type == NumberDataViewType.Single
            ? column
            : throw new ArgumentException($"Column '{name}' must be of type Single; it is {column.Type}.");
    }

    private static DataViewSchema.Column Column(DataViewSchema schema, string name) =>
        schema.GetColumnOrNull(name) ?? throw new ArgumentException($"The data has no column '{name}'.");
}
