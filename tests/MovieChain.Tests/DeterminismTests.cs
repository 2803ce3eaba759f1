using System.Text.Json;
using MovieChain.Tests.CommandLine;

namespace MovieChain.Tests;

/// <summary>The built program, run as a process of its own under other instruction sets, compilers and cultures.</summary>
public sealed class DeterminismTests
{
    private static readonly string[] _run = ["--weeks", "6", "--customers", "30", "--format", "json", "--threads", "2", "--no-progress"];

    /// <summary>The answer without any setting, made once.</summary>
    private static readonly Lazy<string> _plain = new(() => RunProgram(_run));

    [Theory]
    [InlineData("DOTNET_EnableAVX512=0", "DOTNET_EnableAVX512F=0")]
    [InlineData("DOTNET_EnableAVX2=0")]
    [InlineData("DOTNET_EnableHWIntrinsic=0")]
    [InlineData("DOTNET_TieredCompilation=0")]
    [InlineData("DOTNET_TC_QuickJitForLoops=1", "DOTNET_TieredPGO=1")]
    [InlineData("LANG=de_DE.UTF-8", "LC_ALL=de_DE.UTF-8", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=0")]
    public void A_run_gives_the_same_answer_to_the_last_byte_under(params string[] environment) => Assert.Equal(_plain.Value, RunProgram(_run, environment));

    [Fact]
    public void A_run_gives_the_same_answer_on_any_number_of_threads() =>
        Assert.Equal(_plain.Value, RunProgram([.. _run.Select(word => word == "2" ? "1" : word)]));

    [Theory]
    [InlineData("mf", "DOTNET_EnableHWIntrinsic=0")]
    [InlineData("hybrid", "DOTNET_EnableAVX2=0")]
    public void Competition_gives_the_same_answer_to_the_last_byte_under(string recommender, string environment)
    {
        string[] run =
        [
            .. _run, "--recommender", recommender, "--shared-audience", "0.5", "--repeat", "once", "--arrivals", "3", "--weekly-budget", "25", "--access", "all",
        ];
        Assert.Equal(RunProgram(run), RunProgram([.. run.Select(word => word == "2" ? "1" : word)], environment));
    }

    /// <summary>Whoever changes this on purpose changes every published number: say so in the change.</summary>
    [Fact]
    public void The_fingerprint_is_the_one_that_was_published()
    {
        var report = JsonElement.Parse(_plain.Value);
        Golden.AssertMatches("fingerprint.txt", report.GetProperty("fingerprint").GetString() + "\n");
    }

    [Fact]
    public async Task A_process_gives_the_answer_that_the_program_gives_within_the_tests()
    {
        var within = await Invocation.RunAsync(_run);

        Assert.Equal(_plain.Value, within.AssertSucceeded());
        Assert.Equal(19, JsonElement.Parse(_plain.Value).GetProperty("chain").GetProperty("blocks").GetInt32());
    }

    [Fact]
    public void Bad_input_ends_the_process_with_code_2_and_a_line_on_standard_error()
    {
        var (exitCode, output, error) = BuiltProgram.Run(["--weeks", "0"]);

        Assert.Equal(2, exitCode);
        Assert.Equal("", output);
        Assert.Equal("MovieChain: --weeks 0: must be a whole number from 1 to 520", error.TrimEnd());
    }

    private static string RunProgram(string[] arguments, params string[] environment)
    {
        var (exitCode, output, error) = BuiltProgram.Run(arguments, environment);
        Assert.True(exitCode == 0, $"Exit code {exitCode}: {error}");
        Assert.Equal("", error);
        Assert.StartsWith("{", output, StringComparison.Ordinal);
        return output;
    }
}
