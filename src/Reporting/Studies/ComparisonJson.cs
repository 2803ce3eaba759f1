using System.Text.Json;
using MovieChain.Experiments;
using MovieChain.Simulation;

namespace MovieChain.Reporting.Studies;

/// <summary>A comparison as a JSON document, with all replications.</summary>
internal static class ComparisonJson
{
    /// <summary>Writes the document.</summary>
    public static void Write(TextWriter output, Comparison comparison)
    {
        using var stream = StudyJson.Begin(output);
        var json = stream.Json;
        StudyJson.WriteSettings(json, comparison.Settings, comparison.Replications.Length);
        json.WriteObjects("regimes", comparison.Regimes, regime => StudyJson.WriteRegime(json, regime));
        json.WriteObjects("differences", comparison.Differences, difference =>
        {
            json.WriteString("setting", difference.Setting.Name);
            json.WriteStrings("values", difference.Values);
        });
        json.WriteObjects("comparisons", comparison.Pairs, pair => WritePair(stream, comparison, pair));
        WriteOverlaps(stream, comparison);
        WriteTunings(json, comparison);
        WriteBelowRandom(json, comparison);
        StudyJson.End(stream);
    }

    private static void WritePair(JsonStream stream, Comparison comparison, PairedComparison pair)
    {
        var json = stream.Json;
        json.WriteString("baseline", comparison.Regimes[0].Name);
        json.WriteString("regime", comparison.Regimes[pair.Regime].Name);
        WriteHorizon(stream, comparison, pair.Horizons[0], hasPairs: true);
        json.WriteObjects("horizons", pair.Horizons.Skip(1), horizon => WriteHorizon(stream, comparison, horizon, hasPairs: false));
    }

    private static void WriteHorizon(JsonStream stream, Comparison comparison, HorizonComparison horizon, bool hasPairs)
    {
        var json = stream.Json;
        json.WriteString("horizon", horizon.Horizon.Name);
        json.WriteNumber("firstWeek", horizon.Horizon.First);
        json.WriteNumber("lastWeek", horizon.Horizon.Last);
        json.WriteStartArray("providers");
        for (var p = 0; p < horizon.Providers.Length; p++)
        {
            json.WriteStartObject();
            json.WriteString("name", comparison.Regimes[0].Options.Providers[p].Name);
            WriteDifference(stream, comparison, horizon.Providers[p], hasPairs);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("total");
        WriteDifference(stream, comparison, horizon.Total, hasPairs);
        json.WriteEndObject();
    }

    private static void WriteDifference(JsonStream stream, Comparison comparison, PairedDifference row, bool hasPairs)
    {
        var json = stream.Json;
        json.WriteNumber("meanA", row.MeanA);
        json.WriteNumber("meanB", row.MeanB);
        json.WriteNumber("difference", row.Difference.Mean);
        json.WriteNumber("low", row.Difference.Low);
        json.WriteNumber("high", row.Difference.High);
        json.WriteNumberOrNull("percent", row.Percent);
        json.WriteNumberOrNull("p", row.P);
        json.WriteBoolean("placebo", row.IsPlacebo);
        json.WriteString("verdict", JsonText.Key(row.Verdict));
        json.WriteNumberOrNull("gapClosed", row.GapClosed);
        json.WriteNumber("randomA", row.RandomA);
        json.WriteNumber("oracleA", row.OracleA);
        json.WriteNumber("randomB", row.RandomB);
        json.WriteNumber("oracleB", row.OracleB);
        json.WriteNumberOrNull("varianceRatio", row.VarianceRatio);
        json.WriteNumberOrNull("replicationsForTenth", row.ReplicationsForTenth);
        if (!hasPairs)
        {
            return;
        }

        json.WriteStartArray("pairs");
        foreach (var (replication, (a, b)) in comparison.Replications.Zip(row.Pairs))
        {
            json.WriteStartObject();
            json.WriteNumber("replication", replication.Number);
            json.WriteNumber("seed", replication.Seed);
            json.WriteNumber("a", a.Units);
            json.WriteNumber("b", b.Units);
            json.WriteNumber("difference", (b - a).Units);
            json.WriteEndObject();
            stream.DrainIfFull();
        }

        json.WriteEndArray();
    }

    private static void WriteOverlaps(JsonStream stream, Comparison comparison)
    {
        var json = stream.Json;
        var providers = comparison.Regimes[0].Options.Providers;
        json.WriteStartArray("overlaps");
        foreach (var overlap in comparison.Overlaps)
        {
            json.WriteStartObject();
            json.WriteString("first", providers[overlap.First].Name);
            json.WriteString("second", providers[overlap.Second].Name);
            json.WriteStartArray("byRegime");
            foreach (var fraction in overlap.ByRegime)
            {
                json.WriteNumberValue(fraction);
            }

            json.WriteEndArray();
            json.WriteEndObject();
            stream.DrainIfFull();
        }

        json.WriteEndArray();
    }

    private static void WriteTunings(Utf8JsonWriter json, Comparison comparison)
    {
        json.WriteObjects("tunings", comparison.Regimes.Zip(comparison.Tunings), pair =>
        {
            var (regime, tuning) = pair;
            json.WriteString("regime", regime.Name);
            json.WriteNumber("tried", tuning.Tried);
            json.WriteNumber("seeds", tuning.Seeds);
            foreach (var setting in Settings.All.Where(setting => setting.TuningValues.Count > 0))
            {
                json.WritePropertyName(setting.Name);
                if (tuning.Chosen.Contains(setting))
                {
                    setting.WriteValue(json, tuning.Options);
                }
                else
                {
                    json.WriteNullValue();
                }
            }

            json.WriteNumberOrNull("profit", tuning.Profit);
            json.WriteNumberOrNull("profitBefore", tuning.ProfitBefore);
        });
    }

    private static void WriteBelowRandom(Utf8JsonWriter json, Comparison comparison)
    {
        json.WriteObjects("belowRandom", comparison.BelowRandom, below =>
        {
            json.WriteString("regime", comparison.Regimes[below.Regime].Name);
            json.WriteString("provider", comparison.Regimes[below.Regime].Options.Providers[below.Provider].Name);
            json.WriteNumber("mean", below.Mean);
            json.WriteNumber("random", below.Random);
        });
    }
}
