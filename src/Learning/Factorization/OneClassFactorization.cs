using System.Collections.Concurrent;
using MovieChain.Randomness;

namespace MovieChain.Learning.Factorization;

/// <summary>
/// Matrix factorization of positive-only feedback by alternating least squares. Every observed pair should be predicted as 1 and, with
/// little weight, every pair as 0: Σ (1 − u·v)² over the observed pairs + α Σ (u·v)² over all pairs + λ Σ w(x) |x|² over all rows x, where
/// w(x) is the weight of all pairs that x takes part in. The sum over all pairs comes from the Gramian of the other side, so that the
/// cost grows with the observed pairs alone.
/// </summary>
/// <remarks>
/// Up to <see cref="MaxExactRank"/> factors a row's are solved for all at once; more are solved for in blocks, one after another. On 994,169
/// pairs of 6,040 × 3,704 at rank 192, twelve rounds of blocks of 32 took less than a third of the time of twelve exact rounds and ended
/// with a loss 0.02 % higher. Rows are independent and sums have a fixed order: the result is the same for any number of threads and every
/// set of vector instructions.
/// Sources: Hu, Koren, Volinsky, "Collaborative Filtering for Implicit Feedback Datasets", ICDM 2008, for the Gramian; Rendle, Krichene,
/// Zhang, Koren, "Revisiting the Performance of iALS on Item Recommendation Benchmarks", RecSys 2022, for the loss and the start; the same,
/// "iALS++: Speeding up Matrix Factorization with Subspace Optimization", 2021, for the blocks.
/// </remarks>
internal sealed class OneClassFactorization
{
    /// <summary>The largest rank that is solved in one block.</summary>
    public const int MaxExactRank = 64;

    private const int BlockLength = 32;
    private const int RowsPerRange = 16;

    /// <summary>The variance of a film's factors at the start, times the rank.</summary>
    private const float StartVariance = 0.01f;

    private readonly OneClassSide _members;
    private readonly OneClassSide _films;
    private readonly MatrixFactorizationOptions _options;
    private readonly int _blockLength;
    private readonly Workers _workers;

    private OneClassFactorization(SparseMatrix pairs, MatrixFactorizationOptions options, int blockLength, Workers workers)
    {
        _members = new OneClassSide(pairs, options.ApproximationRank);
        _films = new OneClassSide(pairs.Transpose(), options.ApproximationRank);
        _options = options;
        _blockLength = blockLength;
        _workers = workers;
    }

    /// <summary>Fits a model to the pairs whose label is above 0; a pair that occurs twice counts once.</summary>
    /// <param name="observed">The pairs, a row a member and a column a film.</param>
    /// <param name="warm">A model of the same rank and films whose film factors to start from; null: a random start.</param>
    /// <param name="options">How to factorize.</param>
    /// <param name="workers">Thread budget; never affects results.</param>
    /// <exception cref="ArgumentException">No label is above 0.</exception>
    /// <exception cref="ArithmeticException">The factors are not finite.</exception>
    public static FactorModel Fit(SparseMatrix observed, FactorModel? warm, MatrixFactorizationOptions options, Workers workers)
    {
        var blockLength = options.ApproximationRank <= MaxExactRank ? MaxExactRank : BlockLength;
        return Fit(observed, warm, options, blockLength, workers);
    }

    /// <summary>Fits a model, solving for at most so many factors at a time, a multiple of <see cref="Lanes.Count"/>.</summary>
    internal static FactorModel Fit(
        SparseMatrix observed, FactorModel? warm, MatrixFactorizationOptions options, int blockLength, Workers workers)
    {
        var pairs = observed.PositivePairs();
        if (pairs.EntryCount == 0)
        {
            throw new ArgumentException("No row has a label above 0.", nameof(observed));
        }

        var factorization = new OneClassFactorization(pairs, options, blockLength, workers);
        factorization.Start(warm);
        for (var iteration = 0; iteration < options.NumberOfIterations; iteration++)
        {
            factorization.Solve(factorization._members, factorization._films);
            factorization.Solve(factorization._films, factorization._members);
        }

        // Fit the members to the final films.
        factorization.Solve(factorization._members, factorization._films);
        return factorization.ToModel();
    }

    /// <summary>Sets the film factors to start from. Each film has its own stream, so that more films do not change the first
    /// ones. Only the variance of the draws matters, so they are uniform.</summary>
    private void Start(FactorModel? warm)
    {
        var streams = new RandomStreams(_options.Seed);
        var rank = _options.ApproximationRank;
        var spread = MathF.Sqrt(12 * StartVariance / rank);
        for (var film = 0; film < _films.Count; film++)
        {
            var factors = _films.Factors.AsSpan(film * _films.Stride, rank);
            if (_films.ObservedWith(film).IsEmpty)
            {
                continue;
            }

            if (warm is not null && warm.IsObserved(film))
            {
                warm.Column(film)[1..^1].CopyTo(factors);
                continue;
            }

            var stream = streams.For(StreamPurpose.Training, film);
            foreach (ref var factor in factors)
            {
                factor = ((float)stream.NextDouble() - 0.5f) * spread;
            }
        }
    }

    /// <summary>Solves for every row of one side given the other.</summary>
    private void Solve(OneClassSide side, OneClassSide other)
    {
        var (alpha, lambda) = ((float)_options.Alpha, (float)_options.Lambda);
        other.UpdateGramian(alpha, _workers);
        var idle = new ConcurrentBag<OneClassSolver>();
        _workers.ForRanges(side.Count, RowsPerRange, (start, end) =>
        {
            var solver = idle.TryTake(out var free) ? free : new OneClassSolver(other, Math.Min(_blockLength, side.Stride), side.LongestRow);
            for (var row = start; row < end; row++)
            {
                var observedWith = side.ObservedWith(row);
                if (!observedWith.IsEmpty)
                {
                    var penalty = lambda * (observedWith.Length + (alpha * other.Count));
                    solver.Solve(side.Factors.AsSpan(row * side.Stride, side.Stride), observedWith, penalty);
                }
            }

            idle.Add(solver);
        });
    }

    private FactorModel ToModel()
    {
        var model = new FactorModel(_options.ApproximationRank, _members.Count, _films.Count) { Mean = 1 };
        for (var member = 0; member < _members.Count; member++)
        {
            if (!_members.ObservedWith(member).IsEmpty)
            {
                var factors = model.Row(member);
                _members.Factors.AsSpan(member * _members.Stride, model.Rank).CopyTo(factors[1..]);
                factors[^1] = 1;
            }
        }

        for (var film = 0; film < _films.Count; film++)
        {
            if (!_films.ObservedWith(film).IsEmpty)
            {
                var factors = model.Column(film);
                _films.Factors.AsSpan(film * _films.Stride, model.Rank).CopyTo(factors[1..]);
                factors[0] = 1;
            }
        }

        return model.RowFactors.AsSpan().ContainsAnyExceptInRange(float.MinValue, float.MaxValue)
            || model.ColumnFactors.AsSpan().ContainsAnyExceptInRange(float.MinValue, float.MaxValue)
            ? throw new ArithmeticException("The factorization did not converge: its factors are not finite.")
            : model;
    }
}
