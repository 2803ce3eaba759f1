using CsvHelper;
using MovieChain.Experiments;

namespace MovieChain.Reporting.Studies;

/// <summary>The worth of each provider's records as tidy CSV: one row a value of the swept option, replication, coalition and provider.</summary>
internal static class DataValueCsv
{
    /// <summary>Writes the rows.</summary>
    public static void Write(TextWriter output, DataValue value)
    {
        using var csv = CsvText.Create(output);
        csv.WriteHeader("swept", "setting", "replication", "seed", "coalition", "provider", "profit", "consenting");
        foreach (var point in value.Points)
        {
            foreach (var replication in point.Replications)
            {
                WriteRows(csv, value, point, replication);
            }
        }
    }

    private static void WriteRows(CsvWriter csv, DataValue value, DataValuePoint point, Replication replication)
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
                csv.EndRecord();
            }
        }
    }
}
