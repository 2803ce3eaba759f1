using System.Collections.Immutable;
using MovieChain.Evaluation;
using MovieChain.Learning.Factorization;
using static System.FormattableString;

namespace MovieChain.Reporting.Evaluations;

/// <summary>Notes on the figures of an evaluation.</summary>
internal static class EvaluationWords
{
    private const string Timing =
        "fitting only, after a warm-up; reading the file and measuring are excluded. Rows a second: training rows divided by this time";

    /// <summary>What a table calls a model.</summary>
    public static string Name(EvaluatedModel model, bool isRanking) => model switch
    {
        EvaluatedModel.Chance => "Chance (closed form)",
        EvaluatedModel.GlobalMean => "Global mean",
        EvaluatedModel.Popularity => isRanking ? "Popularity (film's rows)" : "Popularity (film's mean)",
        EvaluatedModel.UserFilmBias => "User and film bias",
        _ => "Matrix factorization",
    };

    /// <summary>The settings of a factorization in words.</summary>
    public static string Of(MatrixFactorizationOptions options) =>
        Invariant($"rank {options.ApproximationRank}, regularization {options.Lambda:0.######}, {options.NumberOfIterations} iterations")
        + (options.LossFunction == FactorizationLoss.SquareLossOneClass ? Invariant($", alpha {options.Alpha:0.######}") : "");

    /// <summary>What rows that the factorization cannot predict are filled with.</summary>
    public static string FilledWith(bool isRanking) => isRanking
        ? "the lowest score: a film or user without a training row ranks last"
        : "user and film bias: the mean and the bias of the side that has training rows";

    /// <summary>Notes on predicted ratings.</summary>
    public static IEnumerable<(string Name, string Text)> On(EvaluationData data, RatingResult result)
    {
        var folds = result.Folds;
        yield return ("Data", Data(data));
        yield return ("Split", result.Rule.Kind == SplitKind.Folds
            ? $"{folds.Length} folds drawn by seed {result.Options.Seed}, each predicted from the others; RMSE, MAE and times are means over the folds"
            : Invariant($"{folds[0].TrainingRows:N0} rows to train on, {folds[0].TestRows:N0} to predict: ") + Of(result.Rule));
        yield return (folds[0].Choice is null ? "Settings" : "Tuned from", $"{Of(result.Options)}; seed {result.Options.Seed}, {Threads(result.Options)}");
        if (folds[0].Choice is not null)
        {
            var choices = folds.Select(fold => fold.Choice!).ToImmutableArray();
            yield return ("Tuned to", Invariant($"by RMSE on one in {Tuning.HeldOutOneIn} training rows, {choices[0].Fits} fits a split, {choices.Sum(choice => choice.Time.TotalSeconds):F1} seconds in all:"));
            for (var i = 0; i < choices.Length; i++)
            {
                yield return (folds.Length > 1 ? $"  fold {i + 1}" : "", $"{Of(choices[i].Options)} (RMSE {Invariant($"{choices[i].Score:F4}")})");
            }
        }

        yield return ("Filled", Invariant($"Test rows whose user has no training row: {folds.Sum(fold => fold.UnseenUsers):N0}; whose film has none: {folds.Sum(fold => fold.UnseenFilms):N0}. ")
            + $"Matrix factorization is filled with {FilledWith(isRanking: false)}; popularity with the global mean. All test rows are counted");
        yield return ("Range", "every prediction is kept within the range of the training ratings");
        yield return ("Time", Timing);
    }

    /// <summary>Notes on ranking.</summary>
    public static IEnumerable<(string Name, string Text)> On(EvaluationData data, RankingResult result)
    {
        var candidates = result.Candidates;
        yield return ("Data", Data(data));
        yield return ("Split", Invariant($"{result.TrainingRows:N0} rows to train on, {result.TestRows:N0} to rank: ") + Of(result.Rule));
        if (result.Rule.UsersWithTies is { } ties)
        {
            yield return ("Equal times", Invariant($"Users with several rows of their latest timestamp, or without timestamps: {ties:N0}. ")
                + $"One of these rows is drawn by seed {result.Options.Seed}");
        }

        yield return ("Candidates", Of(candidates, result.Options));
        yield return (result.Choice is null ? "Settings" : "Tuned from", $"{Of(result.Options)}; seed {result.Options.Seed}, {Threads(result.Options)}");
        if (result.Choice is { } choice)
        {
            yield return ("Tuned to", Invariant($"by NDCG on each user's last training row (users with equal times, whose row is drawn: {choice.UsersWithTies:N0}), ")
                + Invariant($"{choice.Fits} fits, {choice.Time.TotalSeconds:F1} seconds: ")
                + Invariant($"{Of(choice.Options)} (NDCG {choice.Score:F4})"));
        }

        yield return ("Filled", Invariant($"Test rows whose user has no training row: {candidates.UnseenUsers:N0}; whose film has none: {candidates.UnseenFilms:N0}; candidates without training rows: {candidates.Unseen:N0}. ")
            + Invariant($"They are filled with {FilledWith(isRanking: true)}"));
        yield return ("Ties", "count against the model: a candidate with the same score ranks before the test row's film");
        yield return ("Time", Timing);
    }

    private static string Of(SplitRule rule) => rule.Kind switch
    {
        SplitKind.Given => "as given",
        SplitKind.Time => Invariant($"by time, at fraction {rule.Fraction} of all rows; rows with timestamp {rule.FirstTestTime} or later are test rows, ")
            + "so that equal times stay together",
        _ => "each user's latest row; users with one row are not tested",
    };

    private static string Of(CandidateFigures candidates, MatrixFactorizationOptions options)
    {
        var count = candidates.Fewest == candidates.Most ? Invariant($"{candidates.Most:N0}") : Invariant($"{candidates.Fewest:N0} to {candidates.Most:N0}");
        return candidates.Source switch
        {
            CandidateSource.File => $"{count} films a test row, as listed. "
                + Invariant($"Dropped: the test row's own film (in {candidates.OwnFilms:N0} {(candidates.OwnFilms == 1 ? "list" : "lists")}), ")
                + Invariant($"films that are listed before ({candidates.Repeated:N0}). ")
                + Invariant($"Kept, as in the published protocol: films that are also in their user's training rows ({candidates.Rated:N0})"),
            CandidateSource.All => $"{count} films a test row: all that its user has not rated",
            _ => $"{count} films a test row that its user has not rated, drawn by seed {options.Seed}",
        };
    }

    private static string Data(EvaluationData data) => Invariant($"{data.Rows:N0} ratings by {data.Users:N0} users of {data.Films:N0} films");

    private static string Threads(MatrixFactorizationOptions options) => options.NumberOfThreads == 1 ? "1 thread" : $"{options.NumberOfThreads} threads";
}
