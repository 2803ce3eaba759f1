namespace MovieChain.Tests.CommandLine;

/// <summary>Every file that the program reads is treated alike where it cannot be read.</summary>
public sealed class InputFileTests : IDisposable
{
    private const string Scenario = """{ "weeks": 2, "customers": 3, "difficulty": 0, "providers": [{ "name": "A" }, { "name": "B" }] }""";

    private readonly ScenarioFolder _folder = new();

    public static TheoryData<string> Inputs =>
    [
        "--scenario FILE", "compare own FILE", "compare own all --scenario FILE", "value --scenario FILE", "verify FILE", "verify --proof FILE", "show FILE",
        "show FILE --as A", "show VECTOR --as North --keys FILE", "evaluate --ratings FILE", "evaluate --train FILE --test FILE",
    ];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task A_file_that_is_missing_ends_with_3(string input)
    {
        var path = Path.Combine(_folder.Folder, "missing.json");
        (await RunAsync(input, path)).AssertFailed(3, path, "there is no such");
    }

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task What_is_no_file_ends_with_3(string input)
    {
        var path = Directory.CreateDirectory(Path.Combine(_folder.Folder, "folder.json")).FullName;
        (await RunAsync(input, path)).AssertFailed(3, path);
    }

    [Fact]
    public void A_scenario_is_read_from_standard_input_as_from_a_file()
    {
        var (exitCode, output, error) = BuiltProgram.RunWithInput(Scenario, "--scenario", "-", "--format", "csv");
        Assert.Equal((0, ""), (exitCode, error));
        Assert.Equal(BuiltProgram.Run(["--scenario", _folder.Write(Scenario), "--format", "csv"]).Output, output);
    }

    [Fact]
    public void A_regime_is_read_from_standard_input_as_from_a_file()
    {
        string[] options = ["--weeks", "2", "--replications", "2", "--format", "csv"];
        var (exitCode, output, error) = BuiltProgram.RunWithInput("""{ "customers": 3 }""", ["compare", "customers=4", "-", .. options]);
        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains(",customers=4,\"'-\",Netflix,", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_on_standard_input_is_refused_with_its_line()
    {
        var (exitCode, output, error) = BuiltProgram.RunWithInput("{\n\"weks\": 3 }", "--scenario", "-");
        Assert.Equal((2, ""), (exitCode, output));
        Assert.StartsWith("MovieChain: scenario -: unknown key 'weks' (did you mean 'weeks'?)", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("compare - - --weeks 1")]
    [InlineData("compare own - --scenario -")]
    [InlineData("verify - --proof -")]
    public async Task Only_one_input_is_standard_input(string commandLine) =>
        (await Invocation.RunAsync(commandLine)).AssertRefused("-: only one input can be standard input");

    [Theory]
    [InlineData("verify -")]
    [InlineData("show -")]
    [InlineData("show - --as Hulu")]
    [InlineData("--chain -")]
    [InlineData("--chain - --resume")]
    public async Task A_chain_is_a_file_on_disk(string commandLine) =>
        (await Invocation.RunAsync(commandLine)).AssertRefused("-: a chain must be a file on disk; a file of this name is ./-");

    private static Task<Invocation> RunAsync(string input, string path) => Invocation.RunAsync(
        [.. input.Split(' ').Select(word => word.Replace("FILE", path, StringComparison.Ordinal)
            .Replace("VECTOR", ChainFormat.VectorChain.PathOf("run.chain"), StringComparison.Ordinal))]);
}
