using System.CommandLine;
using System.Globalization;
using MovieChain.CommandLine.Markets;
using MovieChain.Experiments;
using MovieChain.Reporting.Studies;
using MovieChain.Simulation;

namespace MovieChain.CommandLine.Studies;

/// <summary>The command that compares regimes on the same seeds.</summary>
internal sealed class CompareCommand
{
    private const int Replications = 30;

    private static readonly OptionRange<double> _percent = new("halfWidth", 0.1, 100, 5, "Percent");

    private static readonly string _percentages =
        string.Create(CultureInfo.InvariantCulture, $"a percentage from {_percent.Min}% to {_percent.Max}%, such as {_percent.Default}%");

    private readonly Argument<string[]> _regimes = new("REGIME")
    {
        Description = "own, notebook, all or READER:OWNER pairs; a scenario FILE.json; settings NAME=VALUE; several joined by '+'. The first is the baseline, from which the others take what they do not set",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly MarketOptions _market = new(MarketOptions.OfStudies);
    private readonly StudyOptions _study = new(Replications);

    private readonly Option<double?> _halfWidth = new("--half-width")
    {
        HelpName = "0.1%..100%",
        Description = $"Stop when the half-width of every interval is at most this share of the baseline's profit in its row; --replications is then the limit, {StudyOptions.MostReplications} by default",
        CustomParser = argument =>
        {
            var text = argument.Tokens[0].Value;
            if (TryParsePercent(text, out var percent))
            {
                return percent / 100;
            }

            argument.AddError($"--half-width {text}: {OneValue.Fault(text, part => TryParsePercent(part, out _), _percentages)}");
            return null;
        },
    };

    private readonly Option<bool> _tune = new("--tune")
    {
        Description = "Tune each regime's recommender first, on separate seeds",
    };

    /// <summary>The command.</summary>
    public Command Create() => new Command("compare", "Compares regimes on the same seeds: what each changes for each provider, with intervals.") { _regimes }
        .Complete([.. _study.All, _halfWidth, _tune, .. _market.All], Run);

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var regimes = RegimeArgument.ReadAll(parsed.GetValue(_regimes) ?? [], _market.ReadOptions(parsed), _market.ReadFile(parsed));
        var tunes = parsed.GetValue(_tune);
        if (tunes && !regimes.Any(regime => RegimeTuning.HasSettings(regime.Options)))
        {
            throw new InvalidInputException("--tune: no regime has a recommender with settings to tune");
        }

        var settings = _study.Read(parsed, regimes[0].Options.Seed, parsed.GetValue(_halfWidth));
        var comparison = _study.Run(parsed, (workers, progress) => ComparisonStudy.Run(regimes, settings, tunes, workers, progress), cancellation);
        _study.Report(
            parsed,
            output => ComparisonCsv.Write(output, comparison),
            output => ComparisonJson.Write(output, comparison),
            console => ComparisonTable.Write(console, comparison));
        return Check(comparison, parsed.InvocationConfiguration.Error);
    }

    private static bool TryParsePercent(string text, out double percent)
    {
        percent = 0;
        return text.EndsWith('%') && _percent.TryParse(text[..^1], out percent);
    }

    /// <summary>The exit code for a comparison. A placebo that is not zero is an internal error.</summary>
    internal static int Check(Comparison comparison, TextWriter error)
    {
        if (comparison.PlacebosHold)
        {
            return ExitCode.Success;
        }

        ErrorLine.Write(error, $"internal error: a placebo is not 0: {BrokenIn(comparison)}");
        return ExitCode.InternalError;
    }

    /// <summary>The first row that must be zero and is not.</summary>
    private static string BrokenIn(Comparison comparison)
    {
        var broken =
            from pair in comparison.Pairs
            from horizon in pair.Horizons
            from place in Enumerable.Range(0, horizon.Providers.Length)
            where horizon.Providers[place].Verdict == Verdict.BrokenPlacebo
            select $"{comparison.Regimes[0].Options.Providers[place].Name} under '{comparison.Regimes[pair.Regime].Name}', {horizon.Horizon.Name}";
        return broken.First();
    }
}
