using System.Collections.Immutable;
using MovieChain.Learning.Factorization;
using MovieChain.Randomness;

namespace MovieChain.Evaluation;

/// <summary>A setting of the factorization that can be picked.</summary>
internal enum TunedSetting
{
    /// <summary>The penalty on factors.</summary>
    Regularization,

    /// <summary>The weight of a pair that was not observed.</summary>
    Alpha,

    /// <summary>How many latent factors.</summary>
    Rank,

    /// <summary>How many iterations.</summary>
    Iterations,
}

/// <summary>What was picked.</summary>
/// <param name="Options">The options with the settings that were picked.</param>
/// <param name="Score">How they did where they were picked: an RMSE, or an NDCG.</param>
/// <param name="Fits">How many models were fitted to find them.</param>
/// <param name="Time">How long that took.</param>
internal sealed record Choice(MatrixFactorizationOptions Options, double Score, int Fits, TimeSpan Time);

/// <summary>
/// Picks settings on rows that are held out of the training part: it is handed no other rows. One setting after the other, in the order
/// of a table, each is tried at some multiples of its value, and the best stays. How many models are fitted depends on the table alone.
/// </summary>
internal static class Tuning
{
    /// <summary>One in how many training ratings is held out.</summary>
    public const int HeldOutOneIn = 10;

    /// <summary>What is tried for ratings, beside the value that is there.</summary>
    private static readonly ImmutableArray<(TunedSetting Setting, double[] Multiples)> _forRatings =
    [
        (TunedSetting.Regularization, [1 / 2.0, 2 / 3.0, 3 / 2.0, 2]),
        (TunedSetting.Rank, [1 / 2.0, 2, 3]),
        (TunedSetting.Iterations, [2, 4]),
    ];

    /// <summary>What is tried for ranking, beside the value that is there.</summary>
    private static readonly ImmutableArray<(TunedSetting Setting, double[] Multiples)> _forRanking =
    [
        (TunedSetting.Rank, [1 / 4.0, 1 / 2.0]),
        (TunedSetting.Regularization, [1 / 4.0, 4]),
        (TunedSetting.Alpha, [1 / 3.0, 3]),
        (TunedSetting.Iterations, [1 / 2.0]),
    ];

    /// <summary>The settings that can be picked.</summary>
    public static IEnumerable<TunedSetting> Settings(bool isRanking) => (isRanking ? _forRanking : _forRatings).Select(row => row.Setting);

    /// <summary>Picks settings by the RMSE on a tenth of the training ratings.</summary>
    /// <param name="training">The training ratings.</param>
    /// <param name="split">Which split of them to draw, from 1.</param>
    /// <param name="settings">Where to start, and what to pick.</param>
    /// <exception cref="MalformedFileException">There are too few rows to hold any out.</exception>
    public static Choice ForRatings(RatingTable training, int split, EvaluationSettings settings)
    {
        CheckHasRows(training.Count - 1);
        var foldOf = Folds.Deal(training.Count, Math.Min(HeldOutOneIn, training.Count), new RandomStreams(settings.Options.Seed), split);
        var (inner, heldOut) = Folds.Split(training, foldOf, fold: 0);
        var bias = new UserFilmBias(inner);
        return Search(_forRatings, settings, options =>
            RatingError.Of(FactorizationFit.To(inner, options, settings.Cancellation).Model, bias, inner, heldOut).Rmse);
    }

    /// <summary>Picks settings by the NDCG on each user's last training row, ranked among films that it has no training row of.</summary>
    /// <exception cref="MalformedFileException">No user has two training rows.</exception>
    public static Choice ForRanking(RatingTable training, EvaluationSettings settings)
    {
        var (inner, heldOut) = LeaveLastOut.Split(training);
        CheckHasRows(heldOut.Count);
        var candidates = Candidates.Draw(inner, heldOut, new RandomStreams(settings.Options.Seed), StreamPurpose.TuningCandidates);
        var best = Search(_forRanking, settings, options =>
            -RankingQuality.Of(FactorizationFit.To(inner, options, settings.Cancellation).Model, heldOut, candidates).Ndcg);
        return best with { Score = -best.Score };
    }

    /// <summary>Finds the settings with the lowest score. Of equal ones those stay that were tried first.</summary>
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
                // Settings that no model can be fitted with are the worst; those that the user gave are for the user to know of.
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
            throw new MalformedFileException("has too few training rows to hold any out to pick settings by");
        }
    }

    private static int Whole(double value, int max) => Math.Clamp((int)value, 1, max);
}
