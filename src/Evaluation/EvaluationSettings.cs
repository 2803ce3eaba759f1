using System.Collections.Immutable;
using MovieChain.Learning.Factorization;

namespace MovieChain.Evaluation;

/// <summary>Training settings of an evaluation.</summary>
/// <param name="Options">Options of the factorization; their seed also decides splits and candidates.</param>
/// <param name="Tuned">Settings to tune on a part of the training rows; empty to use the options unchanged.</param>
/// <param name="Candidates">Candidates of a ranking where no file lists them; also of its tuning.</param>
/// <param name="Cancellation">Cancels the evaluation.</param>
internal sealed record EvaluationSettings(
    MatrixFactorizationOptions Options,
    ImmutableArray<TunedSetting> Tuned,
    CandidateSource Candidates = CandidateSource.Sampled,
    CancellationToken Cancellation = default)
{
    /// <summary>Thread budget for measuring.</summary>
    public Workers Workers => new(Options.NumberOfThreads, Cancellation);

    /// <summary>The settings tuned for rating prediction; null without tuning.</summary>
    public Choice? TuneRatings(RatingTable training, int split) => Tuned.IsEmpty ? null : Tuning.ForRatings(training, split, this);

    /// <summary>The settings tuned for ranking; null without tuning.</summary>
    public Choice? TuneRanking(RatingTable training) => Tuned.IsEmpty ? null : Tuning.ForRanking(training, this);
}
