using MovieChain.Tests.Ledger;

namespace MovieChain.Tests;

/// <summary>The built program, started with standard streams that are closed, full or limited.</summary>
public sealed class StandardStreamTests
{
    private const string Run = "--weeks 1 --customers 3 --films 12 --difficulty 0 --recommender random";

    private const string Study = "--weeks 2 --customers 3 --films 12 --replications 2";

    [Theory]
    [InlineData("exec >/dev/full", Run, 3, "No space left on device")]
    [InlineData("exec >/dev/full", "show no-such-file --help", 3, "No space left on device")]
    [InlineData("exec >&-", Run, 3, "")]
    [InlineData("exec <&- >&-", Run, 3, "standard output is closed")]
    [InlineData("exec >&-", $"{Run} --format csv", 3, "standard output is closed")]
    [InlineData("exec >&-", $"compare own all {Study} --format csv", 3, "standard output is closed")]
    public void An_answer_that_cannot_be_written_ends_the_program_with_3(string redirection, string commandLine, int expected, string said)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var process = BuiltProgram.StartAfter(redirection, commandLine.Split(' '));
        var (exitCode, _, error) = BuiltProgram.Finish(process);

        Assert.Equal(expected, exitCode);
        Assert.StartsWith($"MovieChain: the answer cannot be written: {said}", error, StringComparison.Ordinal);
        Assert.Equal(1, error.Count(letter => letter == '\n'));
    }

    [Theory]
    [InlineData("--scenario -", "scenario -")]
    [InlineData("verify --proof -", "--proof -")]
    [InlineData("evaluate --ratings -", "--ratings -")]
    public void Standard_input_that_is_closed_is_refused(string commandLine, string named)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var process = BuiltProgram.StartAfter("exec <&-", commandLine.Split(' '));
        var (exitCode, _, error) = BuiltProgram.Finish(process);

        Assert.Equal((3, $"MovieChain: {named}: standard input is closed\n"), (exitCode, error));
    }

    /// <summary>The console's own writers wait for each other; the line does not wait for them.</summary>
    [Fact]
    public void A_signal_ends_a_program_whose_answer_nobody_reads_with_its_line()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        // More than a pipe holds.
        using var process = BuiltProgram.StartAfter(
            "(timeout 4 \"$0\" \"$@\"; echo $? >&2) | sleep 6; set -- --version", "--weeks 520 --customers 2 --films 4 --difficulty 0 --recommender random --format json".Split(' '));
        var (_, _, error) = BuiltProgram.Finish(process);

        Assert.StartsWith("MovieChain: interrupted\n124\n", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exec 2>&-", Run, 0)]
    [InlineData("exec <&- 2>&-", Run, 0)]
    [InlineData("exec 2>/dev/full", Run, 0)]
    [InlineData("exec 2>/dev/full", "--weeks 0", 2)]
    [InlineData("exec <&- >&- 2>&-", Run, 3)]
    [InlineData("exec >/dev/full 2>&1", Run, 3)]
    public void Standard_error_decides_nothing(string redirection, string commandLine, int expected)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var process = BuiltProgram.StartAfter(redirection, commandLine.Split(' '));
        var (exitCode, output, _) = BuiltProgram.Finish(process);

        Assert.Equal(expected, exitCode);
        Assert.Equal(expected == 0, output.Contains("Fingerprint", StringComparison.Ordinal));
    }

    [Fact]
    public void An_answer_that_would_exceed_a_limit_on_the_length_of_files_ends_the_program_with_3()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // In blocks of 512 bytes. The program's own code must not be held to the limit.
        using var folder = new ChainFolder();
        using var process = BuiltProgram.StartAfter(
            $"ulimit -f 1; exec >{folder.Path}", [.. Run.Split(' '), "--format", "json"], "DOTNET_EnableWriteXorExecute=0", "DOTNET_EnableDiagnostics=0");
        var (exitCode, _, error) = BuiltProgram.Finish(process);

        Assert.Equal((3, "MovieChain: the answer cannot be written: the file would exceed the largest size allowed\n"), (exitCode, error));
    }
}
