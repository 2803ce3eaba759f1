using System.Text.Json;
using MovieChain.Simulation;

namespace MovieChain.Reporting.Runs;

/// <summary>The report as one JSON document in camelCase.</summary>
internal static class JsonReport
{
    /// <summary>Writes the report.</summary>
    public static void Write(TextWriter output, SimulationResult result)
    {
        JsonText.WriteObject(output, json =>
        {
            WriteOptions(json, result.Options, has: static _ => true);
            json.WriteString("fingerprint", result.Fingerprint.ToString());
            WriteChain(json, result);
            json.WriteStrings("notes", Notes.On(result));
            json.WriteObjects("providers", ProviderSummary.Of(result), provider => WriteProvider(json, provider, result));
        });
    }

    /// <summary>Writes every setting of a simulation, defaults too; null for those that it does not have.</summary>
    internal static void WriteOptions(Utf8JsonWriter json, SimulationOptions options, Func<Setting, bool> has)
    {
        json.WriteStartObject("options");
        foreach (var setting in Settings.All)
        {
            json.WritePropertyName(setting.Name);
            if (has(setting))
            {
                setting.WriteValue(json, options);
            }
            else
            {
                json.WriteNullValue();
            }
        }

        json.WriteEndObject();
    }

    private static void WriteChain(Utf8JsonWriter json, SimulationResult result)
    {
        json.WriteStartObject("chain");
        json.WriteNumber("blocks", result.Chain.Blocks.Length);
        json.WriteNumber("records", result.Chain.Blocks.Sum(block => (long)block.Records.Count));
        json.WriteNumber("difficulty", result.Chain.Rules.Difficulty.Bits);
        json.WriteNumber("attempts", result.Chain.Attempts);
        json.WriteNumber("expectedAttempts", result.Chain.ExpectedAttempts);
        json.WriteBoolean("verified", result.Fault is null);
        json.WriteString("head", result.Fingerprint.ToString());
        json.WriteEndObject();
    }

    private static void WriteProvider(Utf8JsonWriter json, ProviderSummary provider, SimulationResult result)
    {
        json.WriteString("name", provider.Name);
        json.WriteStrings("reads", provider.Reads);
        json.WriteNumber("customers", provider.Customers);
        WriteEarnings(json, provider.Offered, provider.Bought, provider.Profit, new(provider.OracleProfit, provider.RandomProfit, provider.PopularProfit));
        json.WriteNumber("balance", provider.Balance.Units);
        json.WriteObjects("weeks", result.Weeks.Zip(provider.Weeks), pair => WriteWeek(json, pair.First.Week, pair.Second));
    }

    private static void WriteWeek(Utf8JsonWriter json, Week week, ProviderWeek result)
    {
        json.WriteNumber("week", week.Number);
        WriteEarnings(json, result.Offered, result.Bought, result.Profit, result.Yardsticks);
        json.WriteNumber("consenting", result.Consenting);
        json.WriteNumber("withdrawn", result.Withdrawn);
        json.WriteNumber("trainingRows", result.TrainingRows);
        json.WriteNumberOrNull("validationRmse", result.ValidationRmse);
        json.WriteNumber("balance", result.Balance.Units);
    }

    private static void WriteEarnings(Utf8JsonWriter json, long offered, long bought, Money profit, Yardsticks yardsticks)
    {
        json.WriteNumber("offered", offered);
        json.WriteNumber("bought", bought);
        json.WriteNumber("profit", profit.Units);
        json.WriteNumber("oracleProfit", yardsticks.Oracle.Units);
        json.WriteNumberOrNull("oracleShare", Share.Of(profit, yardsticks.Oracle));
        json.WriteNumber("randomProfit", yardsticks.Random.Units);
        json.WriteNumber("popularProfit", yardsticks.Popular.Units);
    }
}
