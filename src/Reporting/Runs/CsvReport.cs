using CsvHelper;
using MovieChain.Simulation;

namespace MovieChain.Reporting.Runs;

/// <summary>The report as tidy CSV: one row a week and provider. The last columns say which run it was.</summary>
internal static class CsvReport
{
    /// <summary>Writes the report.</summary>
    public static void Write(TextWriter output, SimulationResult result)
    {
        using var csv = CsvText.Create(output);
        var settings = SettingColumns.Of(result.Options);
        csv.WriteHeader([
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
            "balance",
            "withdrawn",
            "seed",
            "fingerprint",
            .. settings.Select(setting => setting.Name),
        ]);
        var providers = ProviderSummary.Of(result);
        for (var i = 0; i < result.Weeks.Length; i++)
        {
            for (var p = 0; p < providers.Length; p++)
            {
                WriteFigures(csv, result.Weeks[i].Week, providers[p].Name, providers[p].Weeks[i]);
                csv.WriteField(result.Options.Seed);
                csv.WriteField(result.Fingerprint.ToString());
                foreach (var setting in settings)
                {
                    csv.WriteSetting(setting, result.Options, p);
                }

                csv.EndRecord();
            }
        }
    }

    private static void WriteFigures(CsvWriter csv, Week week, string provider, ProviderWeek result)
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
        csv.WriteField(result.Withdrawn);
    }
}
