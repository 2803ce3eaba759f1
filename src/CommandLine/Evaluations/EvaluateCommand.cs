using System.Collections.Immutable;
using System.CommandLine;
using MovieChain.Evaluation;
using MovieChain.Evaluation.Files;
using MovieChain.Learning.Factorization;
using MovieChain.Reporting.Evaluations;
using MovieChain.Simulation;

namespace MovieChain.CommandLine.Evaluations;

/// <summary>The command that measures the matrix factorization on rating files.</summary>
internal sealed class EvaluateCommand
{
    private static readonly MatrixFactorizationOptions _forRatings = MatrixFactorizationOptions.ForRatings;
    private static readonly MatrixFactorizationOptions _forRanking = MatrixFactorizationOptions.ForPositiveFeedback;

    private readonly Option<string?> _ratings = File("--ratings", "Ratings to split and measure on; - is standard input");
    private readonly Option<string?> _train = File("--train", "Ratings to train on, where the split is given; goes with --test");
    private readonly Option<string?> _test = File("--test", "Ratings to measure on, where the split is given; goes with --train");

    private readonly Option<RatingLayout?> _layout = OptionOf.Choice(
        "--layout", "Separator of the fields; csv is the comma, colons is '::'", "told by the first line", Enum.GetValues<RatingLayout>());

    private readonly Option<ColumnChoice?> _columns = ColumnsOption.Create();

    private readonly Option<int?> _folds = OptionOf.Range("--folds", EvaluateRanges.Folds);

    private readonly Option<bool> _implicit = new("--implicit")
    {
        Description = "Treat every row as positive feedback: rank each user's last film among 99 unrated films",
    };

    private readonly Option<string?> _negatives = File("--negatives", "With --implicit: candidate films, lines of (user,film) and films, separated by tabs");

    private readonly Option<int?> _rank = OptionOf.Range(
        "--rank", EvaluateRanges.Rank, EvaluateRanges.Shown(_forRatings.ApproximationRank, _forRanking.ApproximationRank));

    private readonly Option<double?> _regularization = OptionOf.Range(
        "--regularization", EvaluateRanges.Regularization, EvaluateRanges.Shown(_forRatings.Lambda, _forRanking.Lambda));

    private readonly Option<int?> _iterations = OptionOf.Range(
        "--iterations", EvaluateRanges.Iterations, EvaluateRanges.Shown(_forRatings.NumberOfIterations, _forRanking.NumberOfIterations));

    private readonly Option<double?> _alpha = OptionOf.Range("--alpha", EvaluateRanges.Alpha);

    private readonly Option<bool> _tune = new("--tune")
    {
        Description = "Tune the settings above that are not given, on a part of the training rows",
    };

    private readonly Option<long?> _seed = OptionOf.Range("--seed", Settings.Seed.Range);
    private readonly Option<int?> _threads = OptionOf.Threads();

    private readonly FormatOption _format = new(ReportFormat.Table, ReportFormat.Csv, ReportFormat.Json);

    /// <summary>The command.</summary>
    public Command Create() => new Command("evaluate", "Measures the matrix factorization on real ratings, beside simple models.").Complete(
        [
            _ratings, _train, _test, _layout, _columns, _folds, _implicit, _negatives, _rank, _regularization, _iterations, _alpha, _tune, _seed, _threads,
            _format.Option,
        ],
        Run);

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        CheckOptionsGoTogether(parsed);
        var settings = new EvaluationSettings(ReadOptions(parsed), ReadTuned(parsed), cancellation);
        var input = new RatingInput(ReadFormat(parsed), cancellation);
        try
        {
            if (parsed.GetValue(_implicit))
            {
                Rank(parsed, input, settings);
            }
            else
            {
                Predict(parsed, input, settings);
            }
        }
        catch (Exception fault) when (fault is OverflowException or OutOfMemoryException)
        {
            throw new InvalidInputException($"--rank {settings.Options.ApproximationRank}: these ratings and that many factors do not fit into memory");
        }
        catch (ArithmeticException)
        {
            throw new InvalidInputException(FormattableString.Invariant(
                $"--regularization {settings.Options.Lambda}: too little for these ratings at rank {settings.Options.ApproximationRank}, the factors are not finite"));
        }

        return ExitCode.Success;
    }

    private void Predict(ParseResult parsed, RatingInput input, EvaluationSettings settings)
    {
        if (Source(parsed, _ratings) is { } file)
        {
            var ratings = input.ReadRatings(file);
            var folds = parsed.GetValue(_folds) ?? EvaluateRanges.Folds.Default;
            if (folds > ratings.Count)
            {
                throw new InvalidInputException($"--folds {folds}: must be at most the {ratings.Count} ratings that there are");
            }

            var result = RatingInput.Check(file, () => RatingEvaluation.CrossValidate(ratings, folds, settings));
            Report(parsed, input.Describe(ratings.Count), result);
            return;
        }

        var trainingFile = Source(parsed, _train)!;
        var (training, test) = input.ReadSplit(trainingFile, Source(parsed, _test)!);
        var onSplit = RatingInput.Check(trainingFile, () => RatingEvaluation.OnSplit(training, test, settings));
        Report(parsed, input.Describe(training.Count + test.Count), onSplit);
    }

    private void Rank(ParseResult parsed, RatingInput input, EvaluationSettings settings)
    {
        var file = Source(parsed, _ratings) ?? Source(parsed, _train)!;
        var (training, test) = Source(parsed, _ratings) is null
            ? input.ReadSplit(file, Source(parsed, _test)!)
            : LeaveLastOut.Split(input.ReadRatings(file));
        if (test.Count == 0)
        {
            throw file.Refusal(ExitCode.FileFault, "no user has two ratings, so no last rating can be held out");
        }

        var negatives = Source(parsed, _negatives) is { } negativesFile ? input.ReadNegatives(negativesFile, test) : null;
        var result = RatingInput.Check(file, () => RankingEvaluation.Run(training, test, negatives, settings));
        Report(parsed, input.Describe(training.Count + test.Count), result);
    }

    private void CheckOptionsGoTogether(ParseResult parsed)
    {
        var (ratings, train, test) = (parsed.GetValue(_ratings), parsed.GetValue(_train), parsed.GetValue(_test));
        var fault = (ratings, train, test) switch
        {
            (null, null, null) => "evaluate: must be given --ratings FILE, or --train FILE and --test FILE",
            (not null, not null, _) => $"--train {train}: does not go with --ratings, which is split by the program",
            (not null, _, not null) => $"--test {test}: does not go with --ratings, which is split by the program",
            (null, not null, null) => $"--train {train}: needs --test FILE, the ratings to measure on",
            (null, null, not null) => $"--test {test}: needs --train FILE, the ratings to train on",
            _ => FindSharedInput(parsed),
        };
        var isRanking = parsed.GetValue(_implicit);
        fault ??= true switch
        {
            _ when !isRanking && parsed.GetValue(_negatives) is { } negatives => $"--negatives {negatives}: needs --implicit",
            _ when !isRanking && parsed.GetValue(_alpha) is { } alpha => FormattableString.Invariant($"--alpha {alpha}: needs --implicit"),
            _ when isRanking && parsed.GetValue(_folds) is { } folds => $"--folds {folds}: does not go with --implicit, which leaves each user's last row out",
            _ when train is not null && parsed.GetValue(_folds) is { } folds => $"--folds {folds}: does not go with --train and --test, which are a split already",
            _ when parsed.GetValue(_tune) && ReadTuned(parsed).IsEmpty => "--tune: nothing is left to tune, all settings are given",
            _ => null,
        };
        if (fault is not null)
        {
            throw new InvalidInputException(fault);
        }
    }

    /// <summary>Standard input can be read once.</summary>
    private string? FindSharedInput(ParseResult parsed)
    {
        Option<string?>[] files = [_ratings, _train, _test, _negatives];
        var shared = files.Where(file => parsed.GetValue(file) == RatingInput.StandardInput).ToList();
        return shared.Count > 1 ? $"{shared[1].Name} -: {shared[0].Name} reads standard input already; only one file can be -" : null;
    }

    /// <summary>A column that the task does not need is not read: whatever is in it is no fault. Tuning a ranking holds out each user's last training row,
    /// which is drawn where there are no times.</summary>
    private RatingFormat ReadFormat(ParseResult parsed)
    {
        var isRanking = parsed.GetValue(_implicit);
        var times = !isRanking ? ColumnUse.Ignored
            : parsed.GetValue(_ratings) is not null ? ColumnUse.Required
            : parsed.GetValue(_tune) ? ColumnUse.IfGiven
            : ColumnUse.Ignored;
        return new RatingFormat(
            parsed.GetValue(_layout), parsed.GetValue(_columns) ?? new ColumnChoice(), isRanking ? ColumnUse.Ignored : ColumnUse.Required, times);
    }

    private MatrixFactorizationOptions ReadOptions(ParseResult parsed)
    {
        var preset = parsed.GetValue(_implicit) ? _forRanking : _forRatings;
        return preset with
        {
            ApproximationRank = parsed.GetValue(_rank) ?? preset.ApproximationRank,
            Lambda = parsed.GetValue(_regularization) ?? preset.Lambda,
            NumberOfIterations = parsed.GetValue(_iterations) ?? preset.NumberOfIterations,
            Alpha = parsed.GetValue(_alpha) ?? preset.Alpha,
            NumberOfThreads = parsed.ThreadsOf(_threads),
            Seed = (ulong)(parsed.GetValue(_seed) ?? Settings.Seed.Default),
        };
    }

    /// <summary>The settings to tune: those that the user has not given.</summary>
    private ImmutableArray<TunedSetting> ReadTuned(ParseResult parsed) => !parsed.GetValue(_tune)
        ? []
        :
        [
            .. Tuning.Settings(parsed.GetValue(_implicit)).Where(setting => setting switch
            {
                TunedSetting.Rank => parsed.GetValue(_rank) is null,
                TunedSetting.Regularization => parsed.GetValue(_regularization) is null,
                TunedSetting.Alpha => parsed.GetValue(_alpha) is null,
                _ => parsed.GetValue(_iterations) is null,
            }),
        ];

    private void Report(ParseResult parsed, EvaluationData data, RatingResult result) => _format.WriteText(
        parsed,
        output => EvaluationTable.Write(output, Terminal.Width(output), data, result),
        output => EvaluationJson.Write(output, data, result),
        output => EvaluationCsv.Write(output, result));

    private void Report(ParseResult parsed, EvaluationData data, RankingResult result) => _format.WriteText(
        parsed,
        output => EvaluationTable.Write(output, Terminal.Width(output), data, result),
        output => EvaluationJson.Write(output, data, result),
        output => EvaluationCsv.Write(output, result));

    private static FilePath? Source(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is { } path ? FilePath.Option(path, option.Name) : null;

    private static Option<string?> File(string name, string meaning) => new(name) { HelpName = "FILE", Description = meaning };
}
