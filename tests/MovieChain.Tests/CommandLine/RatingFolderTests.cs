using System.Globalization;
using System.Text.Json;
using MovieChain.Evaluation;
using MovieChain.Tests.Evaluation;

namespace MovieChain.Tests.CommandLine;

/// <summary>Tests of <c>evaluate</c> with a folder for their files.</summary>
public abstract class RatingFolderTests : IDisposable
{
    /// <summary>Cheap whatever the presets are.</summary>
    protected const string Small = "--rank 3 --iterations 3";

    protected string Folder { get; } = Directory.CreateTempSubdirectory("moviechain-").FullName;

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected string In(string name) => Path.Combine(Folder, name);

    protected string Write(string name, string text)
    {
        File.WriteAllText(In(name), text);
        return In(name);
    }

    private protected string Ratings(RatingTable table, string name = "ratings.csv") => Write(name, Tables.Text(table, RatingLayout.Csv));

    protected static async Task<JsonElement> ReportAsync(string command) =>
        JsonElement.Parse((await Invocation.RunAsync($"{command} --format json")).AssertSucceeded());

    /// <summary>The report as one line, with one blank between words.</summary>
    protected static async Task<string> WordsAsync(string command) =>
        string.Join(' ', (await Invocation.RunAsync(command)).AssertSucceeded().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    protected static string FiguresOf(JsonElement report, params string[] names) => string.Join(
        ' ', report.GetProperty("models").EnumerateArray().SelectMany(model => names.Select(name => model.GetProperty(name).GetRawText())));

    protected static (int Rows, int Users, int Films) Data(JsonElement report)
    {
        var data = report.GetProperty("data");
        return (Int(data, "rows"), Int(data, "users"), Int(data, "films"));
    }

    private protected static int Int(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    protected static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
