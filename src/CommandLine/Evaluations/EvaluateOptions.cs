using System.Collections.Immutable;
using System.CommandLine;
using MovieChain.Evaluation;
using MovieChain.Evaluation.Files;
using MovieChain.Learning.Factorization;
using MovieChain.Simulation;

namespace MovieChain.CommandLine.Evaluations;

/// <summary>The options of <c>evaluate</c>.</summary>
internal sealed class EvaluateOptions
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

    private readonly Option<double?> _splitTime = OptionOf.Range("--split-time", EvaluateRanges.SplitTime, "folds; with --implicit each user's latest row");

    private readonly Option<bool> _implicit = new("--implicit")
    {
        Description = "Treat every row as positive feedback: rank each user's last film among films that it has not rated",
    };

    private readonly Option<CandidateSource?> _candidates = OptionOf.Choice(
        "--candidates",
        $"With --implicit: rank among {Candidates.Sampled} films drawn, or among all films that the user has not rated",
        CandidateSource.Sampled,
        CandidateSource.All);

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

    private readonly Option<string?> _predictions = File("--predictions", "Write each test row with its prediction, or its rank, into this new CSV file");

    private readonly Option<Recommendations?> _recommendations = new("--recommendations")
    {
        HelpName = "K FILE",
        Description = $"Write the top K films of each user, K {EvaluateRanges.Recommendations.Min} to {EvaluateRanges.Recommendations.Max}, into this new CSV file",
        Arity = new ArgumentArity(1, 2),
        AllowMultipleArgumentsPerToken = true,
        CustomParser = argument =>
        {
            var range = EvaluateRanges.Recommendations;
            var given = $"--recommendations {string.Join(' ', argument.Tokens)}";
            if (!range.TryParse(argument.Tokens[0].Value, out var count))
            {
                argument.AddError($"{given}: must be K FILE, where K is {range.Allowed}");
                return null;
            }

            if (argument.Tokens.Count == 1)
            {
                argument.AddError($"{given}: must be K FILE; the file is missing");
                return null;
            }

            return new Recommendations(count, argument.Tokens[1].Value);
        },
    };

    private readonly Option<long?> _seed = OptionOf.Range("--seed", Settings.Seed.Range);
    private readonly Option<int?> _threads = OptionOf.Threads();

    public EvaluateOptions() => _recommendations.Validators.Add(given =>
    {
        if (given.IdentifierTokenCount > 1)
        {
            given.AddError($"{_recommendations.Name}: is given twice");
        }
    });

    /// <summary>All options.</summary>
    public IReadOnlyList<Option> All =>
    [
        _ratings, _train, _test, _layout, _columns, _folds, _splitTime, _implicit, _candidates, _negatives, _rank, _regularization, _iterations, _alpha, _tune,
        _predictions, _recommendations, _seed, _threads,
    ];

    /// <summary>Reads the options.</summary>
    /// <exception cref="InvalidInputException">Options do not go together.</exception>
    public EvaluateRequest Read(ParseResult parsed)
    {
        var request = new EvaluateRequest(
            Source(parsed, _ratings),
            Source(parsed, _train),
            Source(parsed, _test),
            ReadFormat(parsed),
            parsed.GetValue(_folds),
            parsed.GetValue(_splitTime),
            parsed.GetValue(_implicit),
            Source(parsed, _negatives),
            Source(parsed, _predictions),
            parsed.GetValue(_recommendations) is { } top ? (top.Count, FilePath.Option(top.Path, $"--recommendations {top.Count}")) : null,
            ReadSettings(parsed));
        var fault = FaultOfSources(request) ?? FaultOfSplit(parsed, request) ?? FaultOfFiles(request);
        return fault is null ? request : throw new InvalidInputException(fault);
    }

    private static string? FaultOfSources(EvaluateRequest request) => (request.Ratings, request.Train, request.Test) switch
    {
        (null, null, null) => "evaluate: must be given --ratings FILE, or --train FILE and --test FILE",
        (not null, { } train, _) => $"{train.Name}: does not go with --ratings, which is split by the program",
        (not null, _, { } test) => $"{test.Name}: does not go with --ratings, which is split by the program",
        (null, { } train, null) => $"{train.Name}: needs --test FILE, the ratings to measure on",
        (null, null, { } test) => $"{test.Name}: needs --train FILE, the ratings to train on",
        _ => null,
    };

    private string? FaultOfSplit(ParseResult parsed, EvaluateRequest request) => request switch
    {
        { IsRanking: false, Negatives: { } negatives } => $"{negatives.Name}: needs --implicit",
        { IsRanking: false } when parsed.GetValue(_alpha) is { } alpha => FormattableString.Invariant($"--alpha {alpha}: needs --implicit"),
        { IsRanking: false } when parsed.GetValue(_candidates) is { } candidates => $"--candidates {OptionOf.NameOf(candidates)}: needs --implicit",
        { Negatives: { } negatives } when parsed.GetValue(_candidates) is { } candidates =>
            $"--candidates {OptionOf.NameOf(candidates)}: does not go with --negatives, which lists the candidates",
        { IsRanking: true, Folds: { } folds } => $"--folds {folds}: does not go with --implicit, which leaves each user's last row out",
        { Train: not null, Folds: { } folds } => $"--folds {folds}: does not go with --train and --test, which are a split already",
        { SplitTime: not null, Folds: { } folds } => $"--folds {folds}: does not go with --split-time, which is another split",
        { Train: not null, SplitTime: { } fraction } =>
            FormattableString.Invariant($"--split-time {fraction}: does not go with --train and --test, which are a split already"),
        { Recommended: { File: { } file }, IsRanking: false, Train: null, SplitTime: null } =>
            $"{file.Name}: needs one trained model; give --implicit, --split-time, or --train and --test instead of folds",
        { Settings.Tuned.IsEmpty: true } when parsed.GetValue(_tune) => "--tune: nothing is left to tune, all settings are given",
        _ => null,
    };

    private static string? FaultOfFiles(EvaluateRequest request) =>
        request is { Predictions: { } predictions, Recommended: { File: { } recommended } }
        && Path.GetFullPath(predictions.Path) == Path.GetFullPath(recommended.Path)
            ? $"{recommended.Name}: {predictions.Name} is the same file"
            : null;

    /// <summary>A column that the task does not need is not read: whatever is in it is no fault. Among equal times, and without times, each user's last
    /// row is drawn.</summary>
    private RatingFormat ReadFormat(ParseResult parsed)
    {
        var isRanking = parsed.GetValue(_implicit);
        var times = parsed.GetValue(_splitTime) is not null ? ColumnUse.Required
            : isRanking && (parsed.GetValue(_ratings) is not null || parsed.GetValue(_tune)) ? ColumnUse.IfGiven
            : ColumnUse.Ignored;
        return new RatingFormat(
            parsed.GetValue(_layout), parsed.GetValue(_columns) ?? new ColumnChoice(), isRanking ? ColumnUse.Ignored : ColumnUse.Required, times);
    }

    private EvaluationSettings ReadSettings(ParseResult parsed)
    {
        var preset = parsed.GetValue(_implicit) ? _forRanking : _forRatings;
        var options = preset with
        {
            ApproximationRank = parsed.GetValue(_rank) ?? preset.ApproximationRank,
            Lambda = parsed.GetValue(_regularization) ?? preset.Lambda,
            NumberOfIterations = parsed.GetValue(_iterations) ?? preset.NumberOfIterations,
            Alpha = parsed.GetValue(_alpha) ?? preset.Alpha,
            NumberOfThreads = parsed.ThreadsOf(_threads),
            Seed = (ulong)(parsed.GetValue(_seed) ?? Settings.Seed.Default),
        };
        return new EvaluationSettings(options, ReadTuned(parsed), parsed.GetValue(_candidates) ?? CandidateSource.Sampled);
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

    private static FilePath? Source(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is { } path ? FilePath.Option(path, option.Name) : null;

    private static Option<string?> File(string name, string meaning) => new(name) { HelpName = "FILE", Description = meaning };

    private sealed record Recommendations(int Count, string Path);
}
