using System.Collections.Immutable;
using CsvHelper;
using MovieChain.Experiments;
using MovieChain.Simulation;

namespace MovieChain.Reporting.Studies;

/// <summary>The worth of each provider's records as tidy CSV: one row per value of the swept option, replication, coalition and provider.
/// The last columns identify the study: its seed and the settings that differ from their defaults, without the swept option and the access
/// rule, which the first columns have.</summary>
internal static class DataValueCsv
{
    /// <summary>Writes the rows.</summary>
    public static void Write(TextWriter output, DataValue value)
    {
        using var csv = CsvText.Create(output);
        var settings = SettingColumns.OfStudy(value.Points.Select(point => point.Options))
            .RemoveAll(setting => setting.Name == value.Swept || setting == Settings.Access);
        csv.WriteHeader(["swept", "setting", "replication", "seed", "coalition", "provider", "profit", "consenting", "studySeed", .. settings.Select(setting => setting.Name)]);
        foreach (var point in value.Points)
        {
            foreach (var replication in point.Replications)
            {
                WriteRows(csv, value, point, replication, settings);
            }
        }
    }

    private static void WriteRows(CsvWriter csv, DataValue value, DataValuePoint point, Replication replication, ImmutableArray<Setting> settings)
    {
        var providers = point.Options.Providers;
        for (var coalition = 0; coalition < replication.Outcomes.Length; coalition++)
        {
            var owners = string.Join('+', Coalitions.OwnersIn(coalition, providers));
            for (var p = 0; p < providers.Length; p++)
            {
                csv.WriteField(value.Swept);
                csv.WriteField(point.Setting);
                csv.WriteField(replication.Number);
                csv.WriteField(replication.Seed);
                csv.WriteField(owners);
                csv.WriteField(providers[p].Name);
                csv.WriteField(replication.Outcomes[coalition].Providers[p].Profit.Units);
                csv.WriteField(replication.Outcomes[coalition].Providers[p].Consenting);
                csv.WriteField(value.Settings.Seed);
                foreach (var setting in settings)
                {
                    csv.WriteSetting(setting, point.Options, p);
                }

                csv.EndRecord();
            }
        }
    }
}
