using System.Collections.Immutable;
using MovieChain.Learning.Factorization;
using MovieChain.Randomness;

namespace MovieChain.Evaluation;

/// <summary>A setting of the factorization that can be tuned.</summary>
internal enum TunedSetting
{
    /// <summary>Penalty on factors.</summary>
    Regularization,
    /// <summary>Weight of an unobserved pair.</summary>
    Alpha,
    /// <summary>Number of latent factors.</summary>
    Rank,
    Iterations,
}

/// <summary>Result of tuning.</summary>
/// <param name="Options">The options with the best settings.</param>
/// <param name="Score">Their score on the held-out rows: an RMSE, or an NDCG.</param>
/// <param name="Fits">Number of models trained.</param>
/// <param name="Time">Time of the search.</param>
/// <param name="UsersWithTies">Users with several rows of their latest timestamp, of which one is held out; null where rows are held out at random.</param>
internal sealed record Choice(MatrixFactorizationOptions Options, double Score, int Fits, TimeSpan Time, int? UsersWithTies = null);

/// <summary>
/// Tunes settings on rows held out of the training rows; it never sees test rows. Coordinate search: in the order of a table, each setting is tried at
/// some multiples of its value, and the best value stays. The number of models trained depends on the table alone.
/// </summary>
internal static class Tuning
{
    /// <summary>One in this many training ratings is held out.</summary>
    public const int HeldOutOneIn = 10;

    /// <summary>Multiples tried for rating prediction, besides 1.</summary>
    private static readonly ImmutableArray<(TunedSetting Setting, double[] Multiples)> _forRatings =
    [
        (TunedSetting.Regularization, [1 / 2.0, 2 / 3.0, 3 / 2.0, 2]),
        (TunedSetting.Rank, [1 / 2.0, 2, 3]),
        (TunedSetting.Iterations, [2, 4]),
    ];

    /// <summary>Multiples tried for ranking, besides 1.</summary>
    private static readonly ImmutableArray<(TunedSetting Setting, double[] Multiples)> _forRanking =
    [
        (TunedSetting.Rank, [1 / 4.0, 1 / 2.0]),
        (TunedSetting.Regularization, [1 / 4.0, 4]),
        (TunedSetting.Alpha, [1 / 3.0, 3]),
        (TunedSetting.Iterations, [1 / 2.0]),
    ];

    public static IEnumerable<TunedSetting> Settings(bool isRanking) => (isRanking ? _forRanking : _forRatings).Select(row => row.Setting);

    /// <summary>Minimizes the RMSE on a tenth of the training ratings.</summary>
    /// <param name="training">Training ratings.</param>
    /// <param name="split">Number of the split, from 1.</param>
    /// <param name="settings">Initial options and the settings to tune.</param>
    /// <exception cref="MalformedFileException">There are too few rows.</exception>
    public static Choice ForRatings(RatingTable training, int split, EvaluationSettings settings)
    {
        CheckHasRows(training.Count - 1);
        var foldOf = Folds.Deal(training.Count, Math.Min(HeldOutOneIn, training.Count), new RandomStreams(settings.Options.Seed), split);
        var (inner, heldOut) = Folds.Split(training, foldOf, fold: 0);
        var bias = new UserFilmBias(inner);
        return Search(_forRatings, settings, options =>
        {
            var (model, _) = FactorizationFit.To(inner, options, settings.Cancellation);
            return RatingError.Of(PredictedRow.Of(model, bias, inner, heldOut, settings.Workers), heldOut).Rmse;
        });
    }

    /// <summary>Maximizes the NDCG on the last training row of each user, among candidates without a training row of the user.</summary>
    /// <exception cref="MalformedFileException">No user has two training rows.</exception>
    public static Choice ForRanking(RatingTable training, EvaluationSettings settings)
    {
        var streams = new RandomStreams(settings.Options.Seed);
        var (inner, heldOut, rule) = LeaveLastOut.Split(training, streams, StreamPurpose.TuningLastRow);
        CheckHasRows(heldOut.Count);
        var candidates = Candidates.Unrated(settings.Candidates, inner, heldOut, streams, StreamPurpose.TuningCandidates);
        var best = Search(_forRanking, settings, options =>
        {
            var (model, _) = FactorizationFit.To(inner, options, settings.Cancellation);
            return -RankingQuality.Of(RankedRow.Of(model, heldOut, candidates, settings.Workers)).Ndcg;
        });
        return best with { Score = -best.Score, UsersWithTies = rule.UsersWithTies };
    }

    /// <summary>Finds the settings with the lowest score; on a tie the settings tried first stay.</summary>
    private static Choice Search(
        ImmutableArray<(TunedSetting Setting, double[] Multiples)> table, EvaluationSettings settings, Func<MatrixFactorizationOptions, double> score)
    {
        var (choice, fit) = FitTime.Of(0, () =>
        {
            var best = settings.Options;
            var (lowest, fits) = (Score(best), 1);
            foreach (var (setting, multiples) in table.Where(row => settings.Tuned.Contains(row.Setting)))
            {
                var start = best;
                foreach (var multiple in multiples)
                {
                    var options = Scale(start, setting, multiple);
                    var reached = Score(options);
                    fits++;
                    if (reached < lowest)
                    {
                        (best, lowest) = (options, reached);
                    }
                }
            }

            return new Choice(best, lowest, fits, default);
        });
        return choice with { Time = fit.Time };

        double Score(MatrixFactorizationOptions options)
        {
            try
            {
                return score(options);
            }
            catch (ArithmeticException) when (options != settings.Options)
            {
                // Settings that cannot be trained rank last. For the user's own settings the exception goes to the user.
                return double.PositiveInfinity;
            }
        }
    }

    private static MatrixFactorizationOptions Scale(MatrixFactorizationOptions options, TunedSetting setting, double multiple) => setting switch
    {
        TunedSetting.Regularization => options with { Lambda = options.Lambda * multiple },
        TunedSetting.Alpha => options with { Alpha = options.Alpha * multiple },
        TunedSetting.Rank => options with { ApproximationRank = Whole(options.ApproximationRank * multiple, 256) },
        _ => options with { NumberOfIterations = Whole(options.NumberOfIterations * multiple, 1000) },
    };

    private static void CheckHasRows(int rows)
    {
        if (rows < 1)
        {
            throw new MalformedFileException("has too few training rows for tuning");
        }
    }

    private static int Whole(double value, int max) => Math.Clamp((int)value, 1, max);
}
