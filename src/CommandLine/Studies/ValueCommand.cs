using System.CommandLine;
using System.Globalization;
using MovieChain.CommandLine.Markets;
using MovieChain.Experiments;
using MovieChain.Reporting.Studies;
using MovieChain.Simulation;

namespace MovieChain.CommandLine.Studies;

/// <summary>The command that measures what each provider's records are worth, and to whom.</summary>
internal sealed class ValueCommand
{
    private const int Replications = 20;
    private const int FewestProviders = 2;

    private readonly MarketOptions _market =
        new(MarketOptions.OfStudies.Where(setting => setting != Settings.Access), listed: setting => setting.IsAxis);

    private readonly StudyOptions _study = new(Replications);

    /// <summary>The command.</summary>
    public Command Create() => new Command("value", "Measures what each provider's records are worth, and to whom: one option may have several values, as in --consent 1,0.5,0.")
        .Complete([.. _study.All, .. _market.All], Run);

    private int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var (said, swept) = new SweptOptions(_market).Read(parsed);
        var market = said.Over(_market.Read(parsed));
        var sweep = swept is null
            ? null
            : new Sweep(swept.Name, [.. swept.Values.Select(point => (point.Value, CheckedOptions(point.Scenario.Over(market))))]);
        var options = sweep?.Points[0].Options ?? CheckedOptions(market);
        var settings = _study.Read(parsed, options.Seed);
        var value = _study.Run(parsed, (workers, progress) => DataValueStudy.Run(new Regime("market", options), settings, sweep, workers, progress), cancellation);
        _study.Report(
            parsed,
            output => DataValueCsv.Write(output, value),
            output => DataValueJson.Write(output, value),
            console => DataValueTable.Write(console, value));
        return Check(value, parsed.InvocationConfiguration.Error);
    }

    /// <summary>The exit code for a study. Shapley values that do not add up are an internal error.</summary>
    internal static int Check(DataValue value, TextWriter error)
    {
        if (value.AddsUp)
        {
            return ExitCode.Success;
        }

        var miss = value.Points.Max(point => point.LargestError);
        ErrorLine.Write(
            error,
            string.Create(CultureInfo.InvariantCulture, $"internal error: the Shapley values of a replication miss by {miss} the gain that they must add up to"));
        return ExitCode.InternalError;
    }

    private static SimulationOptions CheckedOptions(Scenario market)
    {
        var options = market.ToOptions();
        return options.Providers.Length is >= FewestProviders and <= DataValueStudy.MaxProviders
            ? options
            : throw new InvalidInputException(
                $"providers {options.Providers.Length}: must be a number from {FewestProviders} to {DataValueStudy.MaxProviders}, because every coalition of them is run");
    }
}
