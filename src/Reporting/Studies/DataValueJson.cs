using System.Text.Json;
using MovieChain.Experiments;
using MovieChain.Simulation;

namespace MovieChain.Reporting.Studies;

/// <summary>The worth of each provider's records as a JSON document, with the coalitions of all replications.</summary>
internal static class DataValueJson
{
    /// <summary>Writes the document.</summary>
    public static void Write(TextWriter output, DataValue value)
    {
        using var stream = StudyJson.Begin(output);
        var json = stream.Json;
        StudyJson.WriteSettings(json, value.Settings, value.Points[0].Replications.Length);
        json.WriteStartObject("market");
        StudyJson.WriteOptions(json, value.Base.Options, value.Varies);
        json.WriteObjects("providers", value.Base.Options.Providers, provider => StudyJson.WriteProvider(json, provider, value.Varies(Settings.Customers)));
        json.WriteEndObject();
        json.WriteString("swept", value.Swept);
        json.WriteStrings("notes", StudyNotes.OnIntervals(value.Settings, value.Points[0].Replications.Length).Concat(StudyNotes.On(value)));
        json.WriteObjects("points", value.Points, point => WritePoint(stream, point));
        StudyJson.End(stream);
    }

    private static void WritePoint(JsonStream stream, DataValuePoint point)
    {
        var json = stream.Json;
        var providers = point.Options.Providers;
        json.WriteNumberOrNull("setting", point.Setting);
        json.WriteNumber("consenting", point.Consenting);
        json.WriteNumber("profitOfNone", point.ProfitOfNone);
        json.WriteNumber("profitOfAll", point.ProfitOfAll);
        json.WriteNumber("shapleySum", point.Owners.Sum(owner => owner.Mean));
        json.WriteNumber("largestError", point.LargestError);
        WriteEstimate(json, "total", point.Total);
        WriteEstimate(json, "themselves", point.Themselves);
        if (point.Permission is { } permission)
        {
            WriteEstimate(json, "permission", permission);
        }
        else
        {
            json.WriteNull("permission");
        }

        json.WriteObjects("owners", Enumerable.Range(0, providers.Length), owner => WriteOwner(json, point, owner));
        json.WriteObjects("beneficiaries", providers.Zip(point.Beneficiaries), pair => WriteNamed(json, pair.First, pair.Second));
        WriteReplications(stream, point);
    }

    /// <summary>Writes an owner's Shapley value, and its row of the matrix.</summary>
    private static void WriteOwner(Utf8JsonWriter json, DataValuePoint point, int owner)
    {
        json.WriteString("name", point.Options.Providers[owner].Name);
        WriteEstimate(json, "shapley", point.Owners[owner]);
        json.WriteObjects("adds", point.Options.Providers.Zip(point.Matrix[owner]), pair => WriteNamed(json, pair.First, pair.Second));
    }

    private static void WriteReplications(JsonStream stream, DataValuePoint point)
    {
        var json = stream.Json;
        json.WriteStartArray("replications");
        foreach (var replication in point.Replications)
        {
            json.WriteStartObject();
            json.WriteNumber("replication", replication.Number);
            json.WriteNumber("seed", replication.Seed);
            json.WriteNumbers("consenting", replication.Outcomes[0].Providers.Select(earned => (double)earned.Consenting));
            json.WriteStartArray("coalitions");
            for (var coalition = 0; coalition < replication.Outcomes.Length; coalition++)
            {
                WriteCoalition(json, Coalitions.OwnersIn(coalition, point.Options.Providers), replication.Outcomes[coalition]);
                stream.DrainIfFull();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCoalition(Utf8JsonWriter json, IEnumerable<string> owners, Outcome outcome)
    {
        json.WriteStartObject();
        json.WriteStrings("owners", owners);
        json.WriteNumbers("profits", outcome.Providers.Select(provider => (double)provider.Profit.Units));
        json.WriteEndObject();
    }

    private static void WriteNamed(Utf8JsonWriter json, ProviderPlan provider, Estimate estimate)
    {
        json.WriteString("name", provider.Name);
        StudyJson.WriteEstimate(json, estimate);
    }

    private static void WriteEstimate(Utf8JsonWriter json, string name, Estimate estimate)
    {
        json.WriteStartObject(name);
        StudyJson.WriteEstimate(json, estimate);
        json.WriteEndObject();
    }
}
