using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace MovieChain.Learning.Factorization;

/// <summary>
/// Prediction by ML.NET's public transforms: two look-ups from key to factors and their dot product. A saved model loads where
/// MovieChain.dll, which holds <see cref="FactorDotProduct"/>, is present.
/// </summary>
internal static class ScoringPipeline
{
    private const string MemberFactors = nameof(FactorPair.MemberFactors);
    private const string FilmFactors = nameof(FactorPair.FilmFactors);

    public static ITransformer Transformer(MLContext context, MatrixFactorizationOptions options, FactorModel model)
    {
        var empty = context.Data.LoadFromEnumerable<KeyPair>([], KeyPairSchema(options, model));
        return Estimator(context, options, model).Fit(empty);
    }

    public static IEstimator<ITransformer> Estimator(MLContext context, MatrixFactorizationOptions options, FactorModel model)
    {
        var lookUpMember = LookUp(context, MemberFactors, options.MatrixColumnIndexColumnName, model.RowFactors, model.RowCount, model.Width);
        var lookUpFilm = LookUp(context, FilmFactors, options.MatrixRowIndexColumnName, model.ColumnFactors, model.ColumnCount, model.Width);
        var multiply = context.Transforms.CustomMapping(new FactorDotProduct().GetMapping(), FactorDotProduct.ContractName);
        return lookUpMember.Append(lookUpFilm).Append(multiply).Append(context.Transforms.DropColumns(MemberFactors, FilmFactors));
    }

    private static ValueMappingEstimator LookUp(
        MLContext context, string outputColumn, string inputColumn, float[] factors, int count, int width)
    {
        var schema = SchemaDefinition.Create(typeof(KeyedFactors));
        schema[nameof(KeyedFactors.Key)].ColumnType = new KeyDataViewType(typeof(uint), count);
        schema[nameof(KeyedFactors.Factors)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, width);
        var rows = Enumerable.Range(0, count).Select(i => new KeyedFactors { Key = (uint)i, Factors = factors[(i * width)..((i + 1) * width)] });
        var lookUp = context.Data.LoadFromEnumerable(rows, schema);
        return context.Transforms.Conversion.MapValue(
            outputColumn, lookUp, lookUp.Schema[nameof(KeyedFactors.Key)], lookUp.Schema[nameof(KeyedFactors.Factors)], inputColumn);
    }

    private static SchemaDefinition KeyPairSchema(MatrixFactorizationOptions options, FactorModel model)
    {
        var schema = SchemaDefinition.Create(typeof(KeyPair));
        schema[nameof(KeyPair.Member)].ColumnName = options.MatrixColumnIndexColumnName;
        schema[nameof(KeyPair.Member)].ColumnType = new KeyDataViewType(typeof(uint), model.RowCount);
        schema[nameof(KeyPair.Film)].ColumnName = options.MatrixRowIndexColumnName;
        schema[nameof(KeyPair.Film)].ColumnType = new KeyDataViewType(typeof(uint), model.ColumnCount);
        return schema;
    }

    private sealed class KeyPair
    {
        public uint Member { get; set; }

        public uint Film { get; set; }
    }

    private sealed class KeyedFactors
    {
        public uint Key { get; set; }

        public float[] Factors { get; set; } = [];
    }
}
