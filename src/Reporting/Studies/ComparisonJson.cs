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
        json.WriteObjects("regimes", Enumerable.Range(0, comparison.Regimes.Length), regime => WriteRegime(stream, comparison, regime));
        json.WriteObjects("differences", comparison.Differences, difference =>
        {
            json.WriteString("setting", difference.Setting.Name);
            json.WriteStrings("values", difference.Values);
        });
        json.WriteObjects("comparisons", comparison.Pairs, pair => WritePair(stream, comparison, pair));
        WriteOverlaps(stream, comparison);
        WriteTunings(json, comparison);
        WriteBelowRandom(json, comparison);
        json.WriteStrings("notes", StudyNotes.OnIntervals(comparison.Settings, comparison.Replications.Length).Concat(StudyNotes.On(comparison)));
        StudyJson.End(stream);
    }

    private static void WriteRegime(JsonStream stream, Comparison comparison, int regime)
    {
        stream.Json.WriteString("name", comparison.Regimes[regime].Name);
        StudyJson.WriteOptions(stream.Json, comparison.Regimes[regime].Options, varies: static _ => false);
        stream.Json.WriteObjects("providers", Enumerable.Range(0, comparison.Regimes[0].Options.Providers.Length), provider =>
        {
            StudyJson.WriteProvider(stream.Json, comparison.Regimes[regime].Options.Providers[provider]);
            stream.Json.WriteNumbers("consenting", comparison.Replications.Select(replication => (double)replication.Outcomes[regime].Providers[provider].Consenting));
            stream.DrainIfFull();
        });
    }

    private static void WritePair(JsonStream stream, Comparison comparison, PairedComparison pair)
    {
        var json = stream.Json;
        json.WriteString("baseline", comparison.Regimes[0].Name);
        json.WriteString("regime", comparison.Regimes[pair.Regime].Name);
        WriteHorizon(stream, comparison, pair.Horizons[0]);
        json.WriteObjects("horizons", pair.Horizons.Skip(1), horizon => WriteHorizon(stream, comparison, horizon));
    }

    private static void WriteHorizon(JsonStream stream, Comparison comparison, HorizonComparison horizon)
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
            WriteDifference(stream, comparison, horizon.Providers[p]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("total");
        WriteDifference(stream, comparison, horizon.Total);
        json.WriteEndObject();
    }

    private static void WriteDifference(JsonStream stream, Comparison comparison, PairedDifference row)
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
        json.WriteStartArray("pairs");
        foreach (var (replication, pair) in comparison.Replications.Zip(row.Pairs))
        {
            json.WriteStartObject();
            json.WriteNumber("replication", replication.Number);
            json.WriteNumber("seed", replication.Seed);
            json.WriteNumber("a", pair.A.Units);
            json.WriteNumber("b", pair.B.Units);
            json.WriteNumber("difference", (pair.B - pair.A).Units);
            json.WriteNumber("randomA", pair.RandomA.Units);
            json.WriteNumber("oracleA", pair.OracleA.Units);
            json.WriteNumber("randomB", pair.RandomB.Units);
            json.WriteNumber("oracleB", pair.OracleB.Units);
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
        for (var pair = 0; pair < comparison.Overlaps.Length; pair++)
        {
            var overlap = comparison.Overlaps[pair];
            json.WriteStartObject();
            json.WriteString("first", providers[overlap.First].Name);
            json.WriteString("second", providers[overlap.Second].Name);
            json.WriteNumbers("byRegime", overlap.ByRegime);
            json.WriteStartArray("replications");
            foreach (var replication in comparison.Replications)
            {
                json.WriteStartObject();
                json.WriteNumber("replication", replication.Number);
                json.WriteNumbers("byRegime", replication.Outcomes.Select(outcome => outcome.SlateOverlaps[pair]));
                json.WriteEndObject();
                stream.DrainIfFull();
            }

            json.WriteEndArray();
            json.WriteEndObject();
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
            json.WriteObjects("trials", tuning.Trials, trial =>
            {
                json.WriteNumber("rank", trial.Options.Rank);
                json.WriteNumber("regularization", trial.Options.Regularization);
                json.WriteNumbers("profits", trial.Profits.Select(profit => (double)profit.Units));
            });
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
