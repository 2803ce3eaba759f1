using CsvHelper;
using MovieChain.Experiments;

namespace MovieChain.Reporting.Studies;

/// <summary>A comparison as tidy CSV: one row per further regime, replication and provider.</summary>
internal static class ComparisonCsv
{
    /// <summary>Writes the rows.</summary>
    public static void Write(TextWriter output, Comparison comparison)
    {
        using var csv = CsvText.Create(output);
        csv.WriteHeader(
            "replication", "seed", "baseline", "regime", "provider", "profitA", "profitB", "difference", "oracleA", "oracleB", "randomA", "randomB", "placebo");
        foreach (var pair in comparison.Pairs)
        {
            foreach (var replication in comparison.Replications)
            {
                WriteRows(csv, comparison, pair, replication);
            }
        }
    }

    private static void WriteRows(CsvWriter csv, Comparison comparison, PairedComparison pair, Replication replication)
    {
        var providers = comparison.Regimes[0].Options.Providers;
        for (var p = 0; p < providers.Length; p++)
        {
            var (a, b) = (replication.Outcomes[0].Providers[p], replication.Outcomes[pair.Regime].Providers[p]);
            var (profitA, profitB) = (a.Profit, b.Profit);
            csv.WriteField(replication.Number);
            csv.WriteField(replication.Seed);
            csv.WriteField(comparison.Regimes[0].Name);
            csv.WriteField(comparison.Regimes[pair.Regime].Name);
            csv.WriteField(providers[p].Name);
            csv.WriteField(profitA.Units);
            csv.WriteField(profitB.Units);
            csv.WriteField((profitB - profitA).Units);
            csv.WriteField(Money.Sum(a.Oracle).Units);
            csv.WriteField(Money.Sum(b.Oracle).Units);
            csv.WriteField(Money.Sum(a.Random).Units);
            csv.WriteField(Money.Sum(b.Random).Units);
            csv.WriteField(pair.Horizons[0].Providers[p].IsPlacebo ? "true" : "false");
            csv.EndRecord();
        }
    }
}
