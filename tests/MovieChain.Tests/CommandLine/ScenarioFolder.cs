using System.Text.Json;

namespace MovieChain.Tests.CommandLine;

/// <summary>A folder of its own for a test's scenario files; gone when the test is over.</summary>
internal sealed class ScenarioFolder : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("moviechain-").FullName;

    public string Write(string text, string name = "scenario.json")
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    public Task<Invocation> RunAsync(string text, params string[] options) =>
        Invocation.RunAsync(["--scenario", Write(text), "--no-progress", .. options]);

    /// <summary>Runs a scenario that must go well and returns its report.</summary>
    public async Task<JsonElement> ReportAsync(string text, params string[] options)
    {
        var invocation = await RunAsync(text, ["--format", "json", .. options]);
        return JsonElement.Parse(invocation.AssertSucceeded());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
