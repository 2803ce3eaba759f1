using Microsoft.ML;
using Microsoft.ML.Data;

namespace MovieChain.Learning.Factorization;

/// <summary>A fitted matrix factorization: adds a <c>Score</c> column with the predicted value of each row's pair of member and film,
/// NaN where the model was not fitted for the member or the film.</summary>
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

    /// <summary>The factors, for those who score many pairs at once.</summary>
    internal FactorModel Model { get; }

    /// <summary>What the factors were fitted to.</summary>
    internal FactorizationLoss Loss => _options.LossFunction;

    /// <summary>A model of more films, to start from: of the new ones nothing was observed.</summary>
    internal MatrixFactorizationTransformer WithColumns(int count) =>
        count == Model.ColumnCount ? this : new(_context, _options, Model.WithColumns(count));

    /// <inheritdoc/>
    public IDataView Transform(IDataView input) => _scorer.Value.Transform(input);

    /// <inheritdoc/>
    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => _scorer.Value.GetOutputSchema(inputSchema);

    /// <inheritdoc/>
    public IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema) => _scorer.Value.GetRowToRowMapper(inputSchema);

    /// <summary>Saves the model as a chain of ML.NET's own transforms, which is what <c>mlContext.Model.Load</c> gives back.</summary>
    void ICanSaveModel.Save(ModelSaveContext ctx) => _scorer.Value.Save(ctx);
}
