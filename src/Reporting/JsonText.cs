using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MovieChain.Reporting;

/// <summary>JSON as all reports write it.</summary>
internal static class JsonText
{
    /// <summary>The key of the program's name and version.</summary>
    public const string Program = "program";

    /// <summary>The key of the version of the layout.</summary>
    public const string Schema = "schema";

    /// <summary>Rises when a key changes its meaning or goes away; new keys leave it as it is.</summary>
    private const int SchemaVersion = 1;

    private static readonly JsonWriterOptions _layout = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one object and ends the line.</summary>
    public static void WriteObject(TextWriter output, Action<Utf8JsonWriter> writeFields)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, _layout))
        {
            BeginDocument(json);
            writeFields(json);
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
    }

    /// <summary>Begins a document: which program wrote it, and the version of the layout of its documents.</summary>
    public static void BeginDocument(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject(Program);
        json.WriteString("name", typeof(JsonText).Assembly.GetName().Name);
        json.WriteString("version", typeof(JsonText).Assembly.GetName().Version!.ToString(fieldCount: 3));
        json.WriteEndObject();
        json.WriteNumber(Schema, SchemaVersion);
    }

    /// <summary>The name of an enum's value in JSON and CSV.</summary>
    public static string Key<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>Writes an array of one object an item.</summary>
    public static void WriteObjects<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> writeFields)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            writeFields(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes an array of texts.</summary>
    public static void WriteStrings(this Utf8JsonWriter json, string name, IEnumerable<string?> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes an array of numbers; whole ones below 2⁵³ are exact.</summary>
    public static void WriteNumbers(this Utf8JsonWriter json, string name, IEnumerable<double> numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a number where there is one.</summary>
    public static void WriteNumberOrNull(this Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
