using Microsoft.ML;
using Microsoft.ML.Data;

namespace MovieChain.Learning.Factorization;

/// <summary>A fitted matrix factorization: adds a column <c>Score</c> with the predicted value of each row's pair of member and film,
/// NaN if the member or the film has no observations.</summary>
public sealed class MatrixFactorizationTransformer : ITransformer
{
    private readonly MLContext _context;
    private readonly MatrixFactorizationOptions _options;
    private readonly Lazy<ITransformer> _scorer;
    private readonly Lazy<MatrixFactorizationParameters> _parameters;

    internal MatrixFactorizationTransformer(MLContext context, MatrixFactorizationOptions options, FactorModel factors)
    {
        _context = context;
        _options = options;
        Factors = factors;
        _scorer = new(() => ScoringPipeline.Transformer(context, options, factors));
        _parameters = new(() => new(factors));
    }

    /// <inheritdoc/>
    public bool IsRowToRowMapper => _scorer.Value.IsRowToRowMapper;

    /// <summary>The factors and biases of all films and members.</summary>
    public MatrixFactorizationParameters Model => _parameters.Value;

    internal FactorModel Factors { get; }

    internal FactorizationLoss Loss => _options.LossFunction;

    /// <summary>A warm start for more films; the new ones have no observations.</summary>
    internal MatrixFactorizationTransformer WithColumns(int count) =>
        count == Factors.ColumnCount ? this : new(_context, _options, Factors.WithColumns(count));

    /// <summary>Adds the column <c>Score</c> to the data. Keys beyond those that the model was fitted to have no observations.</summary>
    /// <exception cref="ArgumentException">The column of member or film keys is missing or of the wrong type.</exception>
    public IDataView Transform(IDataView input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return ScorerFor(input.Schema).Transform(input);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The column of member or film keys is missing or of the wrong type.</exception>
    public DataViewSchema GetOutputSchema(DataViewSchema inputSchema) => ScorerFor(inputSchema).GetOutputSchema(inputSchema);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The column of member or film keys is missing or of the wrong type.</exception>
    public IRowToRowMapper GetRowToRowMapper(DataViewSchema inputSchema) => ScorerFor(inputSchema).GetRowToRowMapper(inputSchema);

    /// <summary>
    /// Saves the model as a chain of ML.NET's transforms and one of MovieChain.dll. A program that references MovieChain.dll loads it by
    /// <c>mlContext.Model.Load</c>; another one first calls <c>mlContext.ComponentCatalog.RegisterAssembly</c> with the assembly, loaded from
    /// its file. What is loaded scores, but has no <see cref="Model"/>.
    /// </summary>
    void ICanSaveModel.Save(ModelSaveContext ctx) => _scorer.Value.Save(ctx);

    private ITransformer ScorerFor(DataViewSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        FactorizationColumns.FindKey(schema, _options.MatrixColumnIndexColumnName);
        FactorizationColumns.FindKey(schema, _options.MatrixRowIndexColumnName);
        return _scorer.Value;
    }
}
