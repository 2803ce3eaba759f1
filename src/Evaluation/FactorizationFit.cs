using System.Diagnostics;
using Microsoft.ML;
using MovieChain.Learning.Factorization;

namespace MovieChain.Evaluation;

/// <summary>How long a model took to fit.</summary>
/// <param name="Rows">How many rows it was fitted to.</param>
/// <param name="Time">How long it took.</param>
internal readonly record struct FitTime(long Rows, TimeSpan Time)
{
    /// <summary>Rows fitted to by time.</summary>
    public double RowsPerSecond => Rows / Math.Max(Time.TotalSeconds, 1e-9);

    /// <summary>Makes something and measures how long that takes.</summary>
    public static (T Made, FitTime Fit) Of<T>(long rows, Func<T> make)
    {
        var begin = Stopwatch.GetTimestamp();
        var made = make();
        return (made, new FitTime(rows, Stopwatch.GetElapsedTime(begin)));
    }
}

/// <summary>A fitted factorization as a model of ratings.</summary>
internal sealed class FactorizationFit : IRatingModel
{
    private readonly FactorModel _model;

    private FactorizationFit(FactorModel model) => _model = model;

    /// <summary>Fits a factorization to ratings, or to the fact that there are any, as the loss function says. The time is that of the
    /// estimator's <c>Fit</c> alone, from a data view in memory to the fitted transformer.</summary>
    /// <exception cref="ArithmeticException">The factors left the range of numbers.</exception>
    public static (FactorizationFit Model, FitTime Fit) To(RatingTable training, MatrixFactorizationOptions options, CancellationToken cancellation)
    {
        var data = training.ToDataView(isPositiveOnly: options.LossFunction == FactorizationLoss.SquareLossOneClass);
        var estimator = new MatrixFactorizationEstimator(new MLContext(seed: 0), options);
        var (transformer, fit) = FitTime.Of(training.Count, () => estimator.Fit(data, warmStart: null, cancellation));
        return (new FactorizationFit(transformer.Model), fit);
    }

    /// <summary>Fits a little model, so that compiling the trainer and starting its threads is in nobody's time.</summary>
    public static void WarmUp(MatrixFactorizationOptions options, CancellationToken cancellation)
    {
        const int Users = 256;
        const int Films = 64;
        const int Rows = Users * 16;
        var rows = Enumerable.Range(0, Rows).ToArray();
        var table = new RatingTable(
            Users,
            Films,
            Array.ConvertAll(rows, row => row % Users),
            Array.ConvertAll(rows, row => (row + (row / Users * 3)) % Films),
            Array.ConvertAll(rows, row => 1f + (row * 7 % 5)),
            new long[Rows]);
        To(table, options with { NumberOfIterations = 2 }, cancellation);
    }

    /// <inheritdoc/>
    public double Predict(int user, int film) => _model.Score(user, film);
}
