using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace MovieChain.Learning.Factorization;

/// <summary>
/// Prediction by ML.NET's public transforms: two look-ups from key to factors and their dot product. A saved model names
/// <see cref="FactorDotProduct"/>, which is in MovieChain.dll. A program that references MovieChain.dll loads it by <c>Model.Load</c> alone;
/// another one calls <c>ComponentCatalog.RegisterAssembly(Assembly.LoadFrom(path of MovieChain.dll))</c> before.
/// </summary>
internal static class ScoringPipeline
{
    public static ITransformer Transformer(MLContext context, MatrixFactorizationOptions options, FactorModel model)
    {
        var empty = new ColumnarDataView(
            (options.MatrixColumnIndexColumnName, new KeyDataViewType(typeof(uint), model.RowCount), Array.Empty<uint>()),
            (options.MatrixRowIndexColumnName, new KeyDataViewType(typeof(uint), model.ColumnCount), Array.Empty<uint>()));
        return Estimator(context, options, model).Fit(empty);
    }

    public static IEstimator<ITransformer> Estimator(MLContext context, MatrixFactorizationOptions options, FactorModel model)
    {
        var lookUpMember =
            LookUp(context, FactorPair.MemberColumn, options.MatrixColumnIndexColumnName, model.RowFactors, model.RowCount, model.Width);
        var lookUpFilm =
            LookUp(context, FactorPair.FilmColumn, options.MatrixRowIndexColumnName, model.ColumnFactors, model.ColumnCount, model.Width);
        var multiply = context.Transforms.CustomMapping(new FactorDotProduct().GetMapping(), FactorDotProduct.ContractName);
        return lookUpMember.Append(lookUpFilm).Append(multiply).Append(context.Transforms.DropColumns(FactorPair.MemberColumn, FactorPair.FilmColumn));
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

    private sealed class KeyedFactors
    {
        public uint Key { get; set; }

        public float[] Factors { get; set; } = [];
    }
}
