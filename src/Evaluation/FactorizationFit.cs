using System.Diagnostics;
using Microsoft.ML;
using MovieChain.Learning.Factorization;

namespace MovieChain.Evaluation;

/// <summary>Training time of a model on a number of rows.</summary>
internal readonly record struct FitTime(long Rows, TimeSpan Time)
{
    public double RowsPerSecond => Rows / Math.Max(Time.TotalSeconds, 1e-9);

    /// <summary>Runs a function and measures its time.</summary>
    public static (T Made, FitTime Fit) Of<T>(long rows, Func<T> make)
    {
        var begin = Stopwatch.GetTimestamp();
        var made = make();
        return (made, new FitTime(rows, Stopwatch.GetElapsedTime(begin)));
    }
}

/// <summary>A trained matrix factorization.</summary>
internal sealed class FactorizationFit : IRatingModel
{
    private readonly FactorModel _model;

    private FactorizationFit(FactorModel model) => _model = model;

    /// <summary>Trains on ratings, or, with the one-class loss, on the fact that ratings exist. The time is the time of the estimator's <c>Fit</c>
    /// alone, from a data view in memory to the trained transformer.</summary>
    /// <exception cref="ArithmeticException">The factors overflowed.</exception>
    public static (FactorizationFit Model, FitTime Fit) To(RatingTable training, MatrixFactorizationOptions options, CancellationToken cancellation)
    {
        var data = training.ToDataView(isPositiveOnly: options.LossFunction == FactorizationLoss.SquareLossOneClass);
        var estimator = new MatrixFactorizationEstimator(new MLContext(seed: 0), options);
        var (transformer, fit) = FitTime.Of(training.Count, () => estimator.Fit(data, warmStart: null, cancellation));
        return (new FactorizationFit(transformer.Factors), fit);
    }

    /// <summary>Trains a small model first, so that no measured time includes JIT compilation and the start of threads.</summary>
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
            new double[Rows]);
        To(table, options with { NumberOfIterations = 2 }, cancellation);
    }

    public double Predict(int user, int film) => _model.Score(user, film);
}
