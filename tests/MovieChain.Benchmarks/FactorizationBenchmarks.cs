using BenchmarkDotNet.Attributes;
using Microsoft.ML;
using Microsoft.ML.Data;
using MovieChain.Learning;
using MovieChain.Learning.Factorization;

namespace MovieChain.Benchmarks;

/// <summary>Fitting a factorization to made-up feedback, from a random start. An operation is one fit.</summary>
[MemoryDiagnoser]
public class FactorizationBenchmarks
{
    private readonly MLContext _context = new(seed: 0);

    private readonly ColumnarDataView _ratings = View(Feedback.Make(members: 1_000, films: 1_700, pairs: 100_000));
    private readonly ColumnarDataView _purchases = View(Feedback.Make(members: 6_040, films: 3_704, pairs: 994_169));

    /// <summary>How many threads share the work.</summary>
    [Params(1, 2)]
    public int Threads { get; set; }

    /// <summary>100,000 ratings, ten iterations.</summary>
    [Benchmark]
    [Arguments(16)]
    [Arguments(64)]
    public MatrixFactorizationTransformer Ratings(int rank) =>
        Fit(_ratings, MatrixFactorizationOptions.ForRatings with { ApproximationRank = rank, NumberOfIterations = 10 });

    /// <summary>994,169 purchases of 6,040 members and 3,704 films, fifteen iterations.</summary>
    [Benchmark]
    [Arguments(64)]
    [Arguments(192)]
    public MatrixFactorizationTransformer Purchases(int rank) =>
        Fit(_purchases, MatrixFactorizationOptions.ForPositiveFeedback with { ApproximationRank = rank, NumberOfIterations = 15 });

    private static ColumnarDataView View(SparseMatrix feedback)
    {
        var members = new uint[feedback.EntryCount];
        var films = new uint[feedback.EntryCount];
        for (var member = 0; member < feedback.RowCount; member++)
        {
            for (var entry = feedback.RowStarts[member]; entry < feedback.RowStarts[member + 1]; entry++)
            {
                (members[entry], films[entry]) = ((uint)member + 1, (uint)feedback.Columns[entry] + 1);
            }
        }

        return new ColumnarDataView(
            ("Member", new KeyDataViewType(typeof(uint), feedback.RowCount), members),
            ("Film", new KeyDataViewType(typeof(uint), feedback.ColumnCount), films),
            ("Label", NumberDataViewType.Single, feedback.Labels));
    }

    private MatrixFactorizationTransformer Fit(ColumnarDataView data, MatrixFactorizationOptions options) =>
        new MatrixFactorizationEstimator(_context, options with { NumberOfThreads = Threads }).Fit(data);
}
