using MovieChain.Evaluation;
using MovieChain.Reporting.Evaluations;

namespace MovieChain.CommandLine.Evaluations;

/// <summary>The files that <c>evaluate</c> writes beside its report: predictions and recommendations, where they are asked for.</summary>
internal sealed class MeasuredFiles : IDisposable
{
    private readonly NewFile? _predictions;
    private readonly NewFile? _recommendations;
    private readonly int _count;
    private readonly Workers _workers;

    private MeasuredFiles(NewFile? predictions, NewFile? recommendations, int count, Workers workers)
    {
        _predictions = predictions;
        _recommendations = recommendations;
        _count = count;
        _workers = workers;
    }

    /// <summary>Begins the files with their headers.</summary>
    /// <exception cref="RefusalException">A file exists, or cannot be written.</exception>
    public static MeasuredFiles Create(EvaluateRequest request, Workers workers)
    {
        var predictions = request.Predictions is { } file ? NewFile.Create(file) : null;
        try
        {
            var recommendations = request.Recommended is { } top ? NewFile.Create(top.File) : null;
            predictions?.Write(output => PredictionsCsv.WriteHeader(output, request.IsRanking));
            recommendations?.Write(RecommendationsCsv.WriteHeader);
            return new MeasuredFiles(predictions, recommendations, request.Recommended?.Count ?? 0, workers);
        }
        catch
        {
            predictions?.Dispose();
            throw;
        }
    }

    /// <summary>Writes the rows of a measured split.</summary>
    /// <exception cref="RefusalException">A file cannot be written.</exception>
    public void Write(MeasuredSplit<PredictedRow> split, RatingInput input)
    {
        _predictions?.Write(output => PredictionsCsv.Write(output, input.Users, input.Films, split));
        Recommend(split.Model, split.Training, input);
    }

    /// <summary>Writes the rows of a measured split.</summary>
    /// <exception cref="RefusalException">A file cannot be written.</exception>
    public void Write(MeasuredSplit<RankedRow> split, RatingInput input)
    {
        _predictions?.Write(output => PredictionsCsv.Write(output, input.Users, input.Films, split));
        Recommend(split.Model, split.Training, input);
    }

    /// <summary>Gives the files their names.</summary>
    /// <exception cref="RefusalException">A file cannot be written.</exception>
    public void Complete()
    {
        _predictions?.Complete();
        _recommendations?.Complete();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _predictions?.Dispose();
        _recommendations?.Dispose();
    }

    private void Recommend(IRatingModel model, RatingTable training, RatingInput input) => _recommendations?.Write(
        output => RecommendationsCsv.Write(output, input.Users, input.Films, TopFilms.Of(model, training, _count, _workers)));
}
