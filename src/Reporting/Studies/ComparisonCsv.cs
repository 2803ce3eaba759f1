using System.Collections.Immutable;
using CsvHelper;
using MovieChain.Experiments;
using MovieChain.Simulation;

namespace MovieChain.Reporting.Studies;

/// <summary>A comparison as tidy CSV: one row per further regime, replication and provider. The last columns say which study it was: its
/// seed, and the settings that are not as by default, one column each where all regimes agree and one for A and B where they do not.</summary>
internal static class ComparisonCsv
{
    /// <summary>Writes the rows.</summary>
    public static void Write(TextWriter output, Comparison comparison)
    {
        using var csv = CsvText.Create(output);
        var settings = SettingColumns.OfStudy(comparison.Options)
            .ToLookup(setting => comparison.Options.All(options => setting.IsSame(options, comparison.Options[0])));
        var (common, varied) = (settings[true].ToImmutableArray(), settings[false].ToImmutableArray());
        csv.WriteHeader([
            "replication", "seed", "baseline", "regime", "provider", "profitA", "profitB", "difference", "oracleA", "oracleB", "randomA", "randomB", "placebo",
            "studySeed", .. common.Select(setting => setting.Name), .. varied.SelectMany(setting => (string[])[$"{setting.Name}A", $"{setting.Name}B"]),
        ]);
        foreach (var pair in comparison.Pairs)
        {
            foreach (var replication in comparison.Replications)
            {
                WriteRows(csv, comparison, pair, replication, common, varied);
            }
        }
    }

    private static void WriteRows(CsvWriter csv, Comparison comparison, PairedComparison pair, Replication replication, ImmutableArray<Setting> common, ImmutableArray<Setting> varied)
    {
        var (optionsA, optionsB) = (comparison.Options[0], comparison.Options[pair.Regime]);
        var providers = optionsA.Providers;
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
            csv.WriteField(comparison.Settings.Seed);
            foreach (var setting in common)
            {
                csv.WriteSetting(setting, optionsA, p);
            }

            foreach (var setting in varied)
            {
                csv.WriteSetting(setting, optionsA, p);
                csv.WriteSetting(setting, optionsB, p);
            }

            csv.EndRecord();
        }
    }
}
