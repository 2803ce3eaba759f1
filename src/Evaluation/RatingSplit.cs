namespace MovieChain.Evaluation;

/// <summary>Rule that separates training and test rows.</summary>
internal enum SplitKind
{
    /// <summary>Random folds.</summary>
    Folds,
    /// <summary>Two files.</summary>
    Given,
    /// <summary>A point in time.</summary>
    Time,
    /// <summary>Each user's latest row is its test row.</summary>
    LastRow,
}

/// <summary>How training and test rows were separated.</summary>
/// <param name="Kind">The rule.</param>
/// <param name="Fraction">Fraction of the rows to train on that was asked for, if split by time.</param>
/// <param name="FirstTestTime">Earliest timestamp of a test row, if split by time.</param>
/// <param name="UsersWithTies">Tested users with several rows of their latest timestamp, if the latest rows were held out.</param>
internal sealed record SplitRule(SplitKind Kind, double? Fraction = null, double? FirstTestTime = null, int? UsersWithTies = null);

/// <summary>Training and test rows.</summary>
internal sealed record RatingSplit(RatingTable Training, RatingTable Test, SplitRule Rule);
