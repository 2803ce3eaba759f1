using System.Text.Json;
using MovieChain.CommandLine;
using MovieChain.CommandLine.Runs;
using MovieChain.Exchange.Sealing;
using MovieChain.Simulation;

namespace MovieChain.Tests.CommandLine;

public sealed class KeysOptionTests : IDisposable
{
    private const string Run = "--weeks 2 --difficulty 0 --recommender random --no-progress";

    private static readonly IEnumerable<string> _files = ((string[])["Netflix", "Hulu", "Prime"]).SelectMany(KeyFolder.FilesOf).Order(StringComparer.Ordinal);

    private readonly string _folder = Directory.CreateTempSubdirectory("moviechain-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_run_leaves_each_providers_keys_in_the_folder_and_the_same_report()
    {
        var keys = Path.Combine(_folder, "new", "keys");

        var report = (await RunAsync(keys)).AssertSucceeded();

        Assert.Equal((await Invocation.RunAsync(Run)).AssertSucceeded(), report);
        Assert.Equal(_files, FilesIn(keys));
        Assert.Equal(new SimulatedSecrets(1).SigningKey(ProviderId.At(1)).ToPem() + "\n", await File.ReadAllTextAsync(Path.Combine(keys, "Hulu.signing.pem")));
    }

    [Theory]
    [InlineData("0.5@2", 6)]
    [InlineData("1@1", 0)]
    [InlineData("1@3", 12)]
    public async Task The_files_hold_the_secrets_of_those_who_have_not_withdrawn_by_the_end_of_the_run(string withdrawal, int members)
    {
        (await RunAsync(_folder, "--customers", "4", "--consent", "1", "--revoke", withdrawal)).AssertSucceeded();

        var held = JsonElement.Parse(await File.ReadAllTextAsync(Path.Combine(_folder, "Prime.secrets.json"))).GetProperty("members");

        Assert.Equal(["Netflix", "Hulu", "Prime"], held.EnumerateObject().Select(owner => owner.Name));
        Assert.Equal(members, held.EnumerateObject().Sum(owner => owner.Value.EnumerateObject().Count()));
    }

    [Fact]
    public async Task The_folder_may_exist_and_hold_other_files()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "notes.txt"), "mine");

        (await RunAsync(_folder)).AssertSucceeded();

        Assert.Equal(_files.Append("notes.txt").Order(StringComparer.Ordinal), FilesIn(_folder));
    }

    [Fact]
    public async Task Records_in_the_clear_have_no_keys()
    {
        (await RunAsync(Path.Combine(_folder, "keys"), "--no-seal")).AssertRefused("--keys", "in the clear");
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public async Task No_name_of_a_folder_is_refused() => (await RunAsync("")).AssertRefused("--keys '': must name a folder");

    [Fact]
    public async Task A_file_is_refused()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "precious");

        (await RunAsync(file)).AssertFailed(3, file, "is a file, not a folder");
        (await RunAsync(Path.Combine(file, "below"))).AssertFailed(3, "--keys");
        Assert.Equal("precious", await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task A_folder_that_holds_one_of_the_files_is_refused_and_stays_as_it_was()
    {
        foreach (var file in _files)
        {
            var path = Path.Combine(_folder, file);
            await File.WriteAllTextAsync(path, "precious");

            (await RunAsync(_folder)).AssertRefused(path, "exists already");

            Assert.Equal([file], FilesIn(_folder));
            Assert.Equal("precious", await File.ReadAllTextAsync(path));
            File.Delete(path);
        }
    }

    [Fact]
    public void What_is_in_the_way_of_a_file_is_found_before_the_run_though_it_is_no_file()
    {
        var taken = Path.Combine(_folder, "Prime.secrets.json");
        Directory.CreateDirectory(taken);
        AssertRefusedBeforeTheRun(_folder, taken);
        Directory.Delete(taken);

        if (!OperatingSystem.IsWindows())
        {
            File.CreateSymbolicLink(taken, Path.Combine(_folder, "nowhere"));
            AssertRefusedBeforeTheRun(_folder, taken);
        }
    }

    [Theory]
    [InlineData("/proc")]
    [InlineData("/proc/keys-of-moviechain")]
    [InlineData("/dev/null/keys")]
    public async Task A_place_that_cannot_be_written_is_refused_before_the_run(string place)
    {
        if (OperatingSystem.IsLinux())
        {
            AssertRefusedBeforeTheRun(place, $"--keys {place}");
            (await RunAsync(place)).AssertFailed(3, $"--keys {place}");
        }
    }

    [Fact]
    public void Before_the_run_nothing_is_written()
    {
        KeyFiles.Plan(_folder, new SimulationOptions());
        Assert.Empty(FilesIn(_folder));
    }

    private static void AssertRefusedBeforeTheRun(string folder, string said) => Assert.Contains(
        said, Assert.ThrowsAny<RefusalException>(() => KeyFiles.Plan(folder, new SimulationOptions())).Message, StringComparison.Ordinal);

    private static IEnumerable<string> FilesIn(string folder) =>
        Directory.GetFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    private static Task<Invocation> RunAsync(string keys, params string[] options) =>
        Invocation.RunAsync([.. Run.Split(' '), "--keys", keys, .. options]);
}
