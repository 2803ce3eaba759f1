using Microsoft.ML;
using Microsoft.ML.Data;

namespace MovieChain.Learning.Factorization;

/// <summary>A fitted matrix factorization: adds a <c>Score</c> column with the predicted value of each row's pair of member and film,
/// NaN if the member or the film has no observations.</summary>
public sealed class MatrixFactorizationTransformer : ITransformer
{
    private readonly MLContext _context;
    private readonly MatrixFactorizationOptions _options;
    private readonly Lazy<ITransformer> _scorer;

    internal MatrixFactorizationTransformer(MLContext context, MatrixFactorizationOptions options, FactorModel model)
    {
        _context = context;
        _options = options;
        Model = model;
        _scorer = new(() => ScoringPipeline.Transformer(context, options, model));
    }

    /// <inheritdoc/>
    public bool IsRowToRowMapper => _scorer.Value.IsRowToRowMapper;

    internal FactorModel Model { get; }

    internal FactorizationLoss Loss => _options.LossFunction;

    /// <summary>A warm start for more films; the new ones have no observations.</summary>
    internal MatrixFactorizationTransformer WithColumns(int count) =>
        count == Model.ColumnCount ? this : new(_context, _options, Model.WithColumns(count));

    /// <inheritdoc/>
    public IDataView Transform(IDataView input) => _scorer.Value.Transform(input);

    /// <inheritdoc/>
    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => _scorer.Value.GetOutputSchema(inputSchema);

    /// <inheritdoc/>
    public IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema) => _scorer.Value.GetRowToRowMapper(inputSchema);

    /// <summary>Saves the model as a chain of ML.NET's transforms; <c>mlContext.Model.Load</c> needs MovieChain.dll.</summary>
    void ICanSaveModel.Save(ModelSaveContext ctx) => _scorer.Value.Save(ctx);
}
