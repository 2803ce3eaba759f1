using Microsoft.ML;
using Microsoft.ML.Data;

namespace MovieChain.Learning.Factorization;

/// <summary>Finds the columns of data, or of the promise of data, that a factorization reads. A fault names the column, its type and the
/// type that is expected.</summary>
internal static class FactorizationColumns
{
    private const string KeyType = "a key of type UInt32, as MapValueToKey makes it";
    private const string LabelType = "of type Single";

    /// <summary>Finds a column of keys.</summary>
    /// <exception cref="ArgumentException">It is missing or of another type.</exception>
    public static DataViewSchema.Column FindKey(DataViewSchema schema, string name) =>
        Find(schema, name, KeyType, static type => type is KeyDataViewType && type.RawType == typeof(uint));

    /// <summary>Finds the column of labels.</summary>
    /// <exception cref="ArgumentException">It is missing or of another type.</exception>
    public static DataViewSchema.Column FindLabel(DataViewSchema schema, string name) =>
        Find(schema, name, LabelType, static type => type == NumberDataViewType.Single);

    /// <summary>Checks the columns of data to fit to, before there is any data.</summary>
    /// <exception cref="ArgumentException">One is missing or of another type.</exception>
    public static void CheckPromised(SchemaShape shape, MatrixFactorizationOptions options)
    {
        Check(options.MatrixColumnIndexColumnName, KeyType, static column => column.IsKey && column.ItemType == NumberDataViewType.UInt32);
        Check(options.MatrixRowIndexColumnName, KeyType, static column => column.IsKey && column.ItemType == NumberDataViewType.UInt32);
        Check(options.LabelColumnName, LabelType, static column => !column.IsKey && column.ItemType == NumberDataViewType.Single);

        void Check(string name, string expected, Func<SchemaShape.Column, bool> isExpected)
        {
            var found = shape.Where(column => column.Name == name).ToList();
            if (found is not [var column])
            {
                throw Missing(name, expected);
            }

            if (column.Kind != SchemaShape.Column.VectorKind.Scalar || !isExpected(column))
            {
                var vector = column.Kind == SchemaShape.Column.VectorKind.Scalar ? "" : "a vector of ";
                throw Wrong(name, $"{vector}{(column.IsKey ? "keys of type " : "")}{column.ItemType}", expected);
            }
        }
    }

    private static DataViewSchema.Column Find(DataViewSchema schema, string name, string expected, Predicate<DataViewType> isExpected)
    {
        var column = schema.GetColumnOrNull(name) ?? throw Missing(name, expected);
        return isExpected(column.Type) ? column : throw Wrong(name, column.Type.ToString(), expected);
    }

    private static ArgumentException Missing(string name, string expected) => new($"The data has no column '{name}'; it must be {expected}.");

    private static ArgumentException Wrong(string name, string? type, string expected) => new($"Column '{name}' must be {expected}; it is {type}.");
}
