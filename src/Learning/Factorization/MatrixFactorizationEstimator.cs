using Microsoft.ML;
using MovieChain.Randomness;

namespace MovieChain.Learning.Factorization;

/// <summary>
/// Matrix factorization as an ML.NET estimator: learns from rows of a member key, a film key and an observed value, and predicts the value
/// of any pair. It replaces <c>MatrixFactorizationTrainer</c> of Microsoft.ML.Recommender; unlike that one it gives the same model on every
/// machine and with any number of threads.
/// </summary>
/// <param name="context">The ML.NET context that creates the transforms of the prediction.</param>
/// <param name="options">The options of the factorization.</param>
public sealed class MatrixFactorizationEstimator(MLContext context, MatrixFactorizationOptions options) : IEstimator<MatrixFactorizationTransformer>
{
    private const double MaxLambda = 1_000_000_000;
    private const double MaxAlpha = 1_000_000;

    private readonly MLContext _context = context ?? throw new ArgumentNullException(nameof(context));
    private readonly MatrixFactorizationOptions _options = Check(options);

    /// <summary>Fits a model to the data, from a random start.</summary>
    /// <exception cref="ArgumentException">A column is missing or of the wrong type, or a row lacks a key or a finite value.</exception>
    /// <exception cref="ArithmeticException">The factors are not finite.</exception>
    public MatrixFactorizationTransformer Fit(IDataView input) => Fit(input, warmStart: null, CancellationToken.None);

    /// <summary>Fits a model to the data.</summary>
    /// <param name="input">The data.</param>
    /// <param name="warmStart">A model of the same films, rank and loss whose film factors to start from; null: a random start.</param>
    /// <param name="cancellation">Cancels the training.</param>
    /// <exception cref="ArgumentException">A column is missing or of the wrong type, a row lacks a key or a finite value, or the warm
    /// start has another shape or loss.</exception>
    /// <exception cref="ArithmeticException">The factors are not finite, or are more than an array holds.</exception>
    public MatrixFactorizationTransformer Fit(IDataView input, MatrixFactorizationTransformer? warmStart, CancellationToken cancellation)
    {
        var observations = ObservationReader.Read(input, _options);
        if (observations.EntryCount == 0)
        {
            throw new ArgumentException("There are no rows to fit a model to.", nameof(input));
        }

        if (warmStart is not null && (warmStart.Factors.Rank != _options.ApproximationRank || warmStart.Factors.ColumnCount != observations.ColumnCount))
        {
            throw new ArgumentException("The warm start has another rank or another number of films.", nameof(warmStart));
        }

        if (warmStart is not null && warmStart.Loss != _options.LossFunction)
        {
            throw new ArgumentException("The warm start was fitted with another loss function.", nameof(warmStart));
        }

        var workers = new Workers(_options.NumberOfThreads, cancellation);
        var model = _options.LossFunction == FactorizationLoss.SquareLossOneClass
            ? OneClassFactorization.Fit(observations, warmStart?.Factors, _options, workers)
            : FitValues(observations, Start(observations, warmStart?.Factors), workers);
        return new MatrixFactorizationTransformer(_context, _options, model);
    }

    /// <summary>The schema that <see cref="MatrixFactorizationTransformer.Transform"/> will give. A chain of estimators asks for it before it fits
    /// the first one.</summary>
    /// <exception cref="ArgumentException">The label or a key column is missing or of the wrong type.</exception>
    public SchemaShape GetOutputSchema(SchemaShape inputSchema)
    {
        ArgumentNullException.ThrowIfNull(inputSchema);
        FactorizationColumns.CheckPromised(inputSchema, _options);
        var unfitted = new FactorModel(_options.ApproximationRank, rowCount: 1, columnCount: 1);
        return ScoringPipeline.Estimator(_context, _options, unfitted).GetOutputSchema(inputSchema);
    }

    private FactorModel FitValues(SparseMatrix observations, FactorModel start, Workers workers) =>
        _options.Method == FactorizationMethod.FactorAnalysis
            ? FactorAnalysis.Fit(observations, start, (float)_options.Lambda, _options.NumberOfIterations, workers)
            : VariationalFactorization.Fit(observations, start, (float)_options.Lambda, _options.NumberOfIterations, workers);

    private static MatrixFactorizationOptions Check(MatrixFactorizationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var fault =
            options.ApproximationRank is < 1 or > 256 ? $"{nameof(options.ApproximationRank)} {options.ApproximationRank}: must be 1 to 256."
            : options.NumberOfIterations is < 1 or > 1000 ? $"{nameof(options.NumberOfIterations)} {options.NumberOfIterations}: must be 1 to 1,000."
            : options.NumberOfThreads < 1 ? $"{nameof(options.NumberOfThreads)} {options.NumberOfThreads}: must be at least 1."
            : !((float)options.Lambda > 0 && options.Lambda <= MaxLambda) ? $"{nameof(options.Lambda)} {options.Lambda}: must be above 0 and at most 1,000,000,000."
            : !(options.Alpha > 0 && options.Alpha <= MaxAlpha) ? $"{nameof(options.Alpha)} {options.Alpha}: must be above 0 and at most 1,000,000."
            : FindColumnNameFault(options);
        return fault is null ? options : throw new ArgumentOutOfRangeException(nameof(options), fault);
    }

    private static string? FindColumnNameFault(MatrixFactorizationOptions options) =>
        string.IsNullOrEmpty(options.MatrixColumnIndexColumnName) ? $"{nameof(options.MatrixColumnIndexColumnName)}: must be the name of a column."
        : string.IsNullOrEmpty(options.MatrixRowIndexColumnName) ? $"{nameof(options.MatrixRowIndexColumnName)}: must be the name of a column."
        : string.IsNullOrEmpty(options.LabelColumnName) ? $"{nameof(options.LabelColumnName)}: must be the name of a column."
        : options.MatrixColumnIndexColumnName == options.MatrixRowIndexColumnName
            ? $"{nameof(options.MatrixColumnIndexColumnName)} {options.MatrixColumnIndexColumnName}: must differ from {nameof(options.MatrixRowIndexColumnName)}."
        : null;

    /// <summary>
    /// The start: the variances and film factors of a warm start, else random factors. Each film has its own stream, so that more films do not
    /// change the first ones.
    /// </summary>
    private FactorModel Start(SparseMatrix observations, FactorModel? warm)
    {
        var streams = new RandomStreams(_options.Seed);
        var mean = observations.MeanLabel();
        var labelVariance = observations.LabelVariance();
        var variance = Math.Max(labelVariance, FactorAnalysis.MinVariance);
        var start = new FactorModel(_options.ApproximationRank, rowCount: 0, observations.ColumnCount)
        {
            NoiseVariance = warm?.NoiseVariance ?? variance,
            RowBiasVariance = warm?.RowBiasVariance ?? variance / 10,
        };

        // Variational Bayes splits a label's unit between a member's and a film's factors; factor analysis gives it to the films.
        var spread = MathF.Sqrt(_options.Method == FactorizationMethod.VariationalBayes ? MathF.Sqrt(labelVariance) : variance) / 2;
        for (var film = 0; film < start.ColumnCount; film++)
        {
            var factors = start.Column(film);
            if (warm is not null && warm.IsObserved(film))
            {
                warm.Column(film).CopyTo(factors);
                continue;
            }

            var stream = streams.For(StreamPurpose.Training, film);
            factors[0] = 1;
            foreach (ref var factor in factors[1..^1])
            {
                factor = ((float)stream.NextDouble() - 0.5f) * spread;
            }

            factors[^1] = mean;
        }

        return start;
    }
}
