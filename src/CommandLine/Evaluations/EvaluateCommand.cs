using System.CommandLine;
using MovieChain.Evaluation;
using MovieChain.Randomness;
using MovieChain.Reporting.Evaluations;

namespace MovieChain.CommandLine.Evaluations;

/// <summary>The command that measures the matrix factorization on rating files.</summary>
internal sealed class EvaluateCommand
{
    private readonly EvaluateOptions _options = new();
    private readonly FormatOption _format = new(ReportFormat.Table, ReportFormat.Csv, ReportFormat.Json);

    /// <summary>The command.</summary>
    public Command Create() => new Command("evaluate", "Measures the matrix factorization on real ratings, beside simple models.")
        .Complete([.. _options.All, _format.Option], Run);

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var request = _options.Read(parsed);
        var settings = request.Settings with { Cancellation = cancellation };
        var input = new RatingInput(request.Format, cancellation);
        using var files = MeasuredFiles.Create(request, settings.Workers);
        try
        {
            if (request.IsRanking)
            {
                Rank(parsed, request, input, settings, files);
            }
            else
            {
                Predict(parsed, request, input, settings, files);
            }
        }
        catch (Exception fault) when (fault is OverflowException or OutOfMemoryException)
        {
            throw new RefusalException(
                ExitCode.NotEnoughMemory, $"--rank {settings.Options.ApproximationRank}: these ratings and that many factors do not fit into memory");
        }
        catch (ArithmeticException)
        {
            throw new InvalidInputException(FormattableString.Invariant(
                $"--regularization {settings.Options.Lambda}: too little for these ratings at rank {settings.Options.ApproximationRank}, the factors are not finite"));
        }

        return ExitCode.Success;
    }

    private void Predict(ParseResult parsed, EvaluateRequest request, RatingInput input, EvaluationSettings settings, MeasuredFiles files)
    {
        var file = request.Ratings ?? request.Train!;
        RatingResult result;
        if (request is { Ratings: not null, SplitTime: null })
        {
            var ratings = input.ReadRatings(file);
            var folds = request.Folds ?? EvaluateRanges.Folds.Default;
            if (folds > ratings.Count)
            {
                throw new InvalidInputException($"--folds {folds}: must be at most the {ratings.Count} ratings that there are");
            }

            result = RatingInput.Check(file, () => RatingEvaluation.CrossValidate(ratings, folds, settings, split => files.Write(split, input)));
        }
        else
        {
            var split = ReadSplit(request, input, settings);
            result = RatingInput.Check(file, () => RatingEvaluation.OnSplit(split, settings, measured => files.Write(measured, input)));
        }

        files.Complete();
        var data = input.Describe(result.Folds[0].TrainingRows + result.Folds[0].TestRows);
        _format.Write(
            parsed,
            console => EvaluationTable.Write(console, data, result),
            output => EvaluationJson.Write(output, data, result),
            output => EvaluationCsv.Write(output, input.Users, result));
    }

    private void Rank(ParseResult parsed, EvaluateRequest request, RatingInput input, EvaluationSettings settings, MeasuredFiles files)
    {
        var file = request.Ratings ?? request.Train!;
        var split = ReadSplit(request, input, settings);
        if (split.Test.Count == 0)
        {
            throw file.Refusal(ExitCode.FileFault, "no user has two ratings, so no last rating can be held out");
        }

        var negatives = request.Negatives is { } list ? input.ReadNegatives(list, split.Test) : null;
        var result = RatingInput.Check(file, () => RankingEvaluation.Run(split, negatives, settings, measured => files.Write(measured, input)));
        files.Complete();
        var data = input.Describe(result.TrainingRows + result.TestRows);
        _format.Write(
            parsed,
            console => EvaluationTable.Write(console, data, result),
            output => EvaluationJson.Write(output, data, result),
            output => EvaluationCsv.Write(output, input.Users, result));
    }

    /// <summary>Reads one split: given, by time, or each user's last row.</summary>
    private static RatingSplit ReadSplit(EvaluateRequest request, RatingInput input, EvaluationSettings settings)
    {
        if (request.Ratings is null)
        {
            return input.ReadSplit(request.Train!, request.Test!);
        }

        var ratings = input.ReadRatings(request.Ratings);
        return request.SplitTime is { } fraction
            ? TimeSplit.Split(ratings, fraction) ?? throw new InvalidInputException(FormattableString.Invariant(
                $"--split-time {fraction}: no rating is earlier than the first one after that fraction; its timestamp is the earliest, or there are none"))
            : LeaveLastOut.Split(ratings, new RandomStreams(settings.Options.Seed), StreamPurpose.LastRow);
    }
}
