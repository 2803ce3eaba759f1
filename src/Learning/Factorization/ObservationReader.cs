using System.Runtime.InteropServices;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace MovieChain.Learning.Factorization;

/// <summary>Reads training data into a sparse matrix with a row for each member and a column for each film.</summary>
internal static class ObservationReader
{
    public static SparseMatrix Read(IDataView input, MatrixFactorizationOptions options)
    {
        var memberColumn = FactorizationColumns.FindKey(input.Schema, options.MatrixColumnIndexColumnName);
        var filmColumn = FactorizationColumns.FindKey(input.Schema, options.MatrixRowIndexColumnName);
        var labelColumn = FactorizationColumns.FindLabel(input.Schema, options.LabelColumnName);

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

    private static int KeyCount(DataViewSchema.Column column)
    {
        var count = ((KeyDataViewType)column.Type).Count;
        return count <= int.MaxValue ? (int)count : throw new ArgumentException($"Column '{column.Name}' has {count} keys; at most {int.MaxValue} are possible.");
    }
}
