using System.Collections.Immutable;
using MovieChain.Learning.Factorization;

namespace MovieChain.Evaluation;

/// <summary>How the factorization is trained for measurement.</summary>
/// <param name="Options">The factorization's options; their seed decides splits and draws too.</param>
/// <param name="Tuned">The settings to pick on a part of the training rows; none to take all as the options say.</param>
/// <param name="Cancellation">Ends the work.</param>
internal sealed record EvaluationSettings(
    MatrixFactorizationOptions Options, ImmutableArray<TunedSetting> Tuned, CancellationToken Cancellation = default)
{
    /// <summary>What is picked for ratings; null where nothing is to be picked.</summary>
    public Choice? TuneRatings(RatingTable training, int split) => Tuned.IsEmpty ? null : Tuning.ForRatings(training, split, this);

    /// <summary>What is picked for ranking; null where nothing is to be picked.</summary>
    public Choice? TuneRanking(RatingTable training) => Tuned.IsEmpty ? null : Tuning.ForRanking(training, this);
}
