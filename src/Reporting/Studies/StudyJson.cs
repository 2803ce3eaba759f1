using System.Text.Encodings.Web;
using System.Text.Json;
using MovieChain.Experiments;
using MovieChain.Reporting.Runs;
using MovieChain.Simulation;

namespace MovieChain.Reporting.Studies;

/// <summary>What the JSON documents of studies have in common.</summary>
internal static class StudyJson
{
    /// <summary>Begins a document. A study has as many figures as it has replications: they are passed on piece by piece.</summary>
    public static JsonStream Begin(TextWriter output)
    {
        var stream = new JsonStream(output, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
        JsonText.BeginDocument(stream.Json);
        return stream;
    }

    /// <summary>Ends a document.</summary>
    public static void End(JsonStream stream)
    {
        stream.Json.WriteEndObject();
        stream.End();
    }

    /// <summary>Writes how a study was made.</summary>
    public static void WriteSettings(Utf8JsonWriter json, StudySettings settings, int replications)
    {
        json.WriteStartObject("study");
        json.WriteNumber("seed", settings.Seed);
        json.WriteNumber("replications", replications);
        json.WriteNumber("replicationsAtMost", settings.Replications);
        json.WriteNumberOrNull("halfWidth", settings.HalfWidth);
        json.WriteString("interval", JsonText.Key(settings.Interval));
        json.WriteNumber("confidence", 0.95);
        json.WriteEndObject();
    }

    /// <summary>Writes the options of a market. What a study varies, and how a chain is kept, which a study has not, is null.</summary>
    public static void WriteOptions(Utf8JsonWriter json, SimulationOptions options, Func<Setting, bool> varies) =>
        JsonReport.WriteOptions(json, options, setting => setting.Scope > Scope.Chain && !varies(setting));

    /// <summary>Writes the fields of a provider; null for the number of its members where the study varies it.</summary>
    public static void WriteProvider(Utf8JsonWriter json, ProviderPlan provider, bool variesCustomers = false)
    {
        json.WriteString("name", provider.Name);
        json.WriteNumberOrNull("customers", variesCustomers ? null : provider.Customers);
    }

    /// <summary>Writes the fields of an estimate.</summary>
    public static void WriteEstimate(Utf8JsonWriter json, Estimate estimate)
    {
        json.WriteNumber("mean", estimate.Mean);
        json.WriteNumber("low", estimate.Low);
        json.WriteNumber("high", estimate.High);
        json.WriteNumber("p", estimate.P);
    }
}
