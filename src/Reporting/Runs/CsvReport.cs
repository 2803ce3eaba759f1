using CsvHelper;
using MovieChain.Simulation;

namespace MovieChain.Reporting.Runs;

/// <summary>The report as tidy CSV: one row a week and provider.</summary>
internal static class CsvReport
{
    /// <summary>Writes the report.</summary>
    public static void Write(TextWriter output, SimulationResult result)
    {
        using var csv = CsvText.Create(output);
        csv.WriteHeader(
            "week",
            "provider",
            "offered",
            "bought",
            "profit",
            "oracleProfit",
            "oracleShare",
            "randomProfit",
            "popularProfit",
            "consenting",
            "trainingRows",
            "validationRmse",
            "balance");
        var providers = ProviderSummary.Of(result);
        for (var i = 0; i < result.Weeks.Length; i++)
        {
            foreach (var provider in providers)
            {
                WriteRow(csv, result.Weeks[i].Week, provider.Name, provider.Weeks[i]);
            }
        }
    }

    private static void WriteRow(CsvWriter csv, Week week, string provider, ProviderWeek result)
    {
        csv.WriteField(week.Number);
        csv.WriteField(provider);
        csv.WriteField(result.Offered);
        csv.WriteField(result.Bought);
        csv.WriteField(result.Profit.Units);
        csv.WriteField(result.Yardsticks.Oracle.Units);
        csv.WriteField(Share.Of(result.Profit, result.Yardsticks.Oracle));
        csv.WriteField(result.Yardsticks.Random.Units);
        csv.WriteField(result.Yardsticks.Popular.Units);
        csv.WriteField(result.Consenting);
        csv.WriteField(result.TrainingRows);
        csv.WriteField(result.ValidationRmse);
        csv.WriteField(result.Balance.Units);
        csv.EndRecord();
    }
}
