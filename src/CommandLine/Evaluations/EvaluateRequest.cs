using MovieChain.Evaluation;
using MovieChain.Evaluation.Files;

namespace MovieChain.CommandLine.Evaluations;

/// <summary>What the options of <c>evaluate</c> ask for.</summary>
/// <param name="Ratings">Ratings that the program splits; null if the split is given.</param>
/// <param name="Train">Training rows of a given split.</param>
/// <param name="Test">Test rows of a given split.</param>
/// <param name="Format">What is known about the format of the files.</param>
/// <param name="Folds">Number of folds; null if none was given.</param>
/// <param name="SplitTime">Fraction of the rows before a split by time; null for another split.</param>
/// <param name="IsRanking">Whether films are ranked; otherwise ratings are predicted.</param>
/// <param name="Negatives">List of candidates; null for those of the settings.</param>
/// <param name="Predictions">File for the predictions; null for none.</param>
/// <param name="Recommended">Number of films to recommend to each user, and the file for them; null for none.</param>
/// <param name="Settings">Training settings.</param>
internal sealed record EvaluateRequest(
    FilePath? Ratings,
    FilePath? Train,
    FilePath? Test,
    RatingFormat Format,
    int? Folds,
    double? SplitTime,
    bool IsRanking,
    FilePath? Negatives,
    FilePath? Predictions,
    (int Count, FilePath File)? Recommended,
    EvaluationSettings Settings);
