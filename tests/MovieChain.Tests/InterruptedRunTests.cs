using System.Diagnostics;
using MovieChain.Ledger;
using MovieChain.Tests.CommandLine;
using MovieChain.Tests.Ledger;

namespace MovieChain.Tests;

/// <summary>The built program, stopped in the middle of its work in all the ways that there are, and run again.</summary>
public sealed class InterruptedRunTests
{
    /// <summary>Hard enough that the run is not over before it has been stopped, however busy the machine is.</summary>
    private static readonly string[] _run = ["--weeks", "24", "--customers", "10", "--difficulty", "19", "--threads", "1", "--no-progress", "--format", "json"];

    /// <summary>The answer of a run that nothing interrupts, made once.</summary>
    private static readonly Lazy<Task<string>> _whole = new(async () => (await Invocation.RunAsync(_run)).AssertSucceeded());

    [Fact]
    public async Task A_run_that_is_killed_again_and_again_comes_to_the_same_answer()
    {
        using var folder = new ChainFolder();
        for (var kill = 1; kill <= 6; kill++)
        {
            using var process = Start(folder, "--resume");

            // Each time some blocks further, and at another moment of a block's making.
            WaitForLength(process, folder, blocks: 10 * kill);
            Thread.Sleep(kill * 7 % 11);
            process.Kill();
            await process.WaitForExitAsync();

            var found = ChainBytes.Verify(File.ReadAllBytes(folder.Path));
            Assert.True(found.Fault is null or { Kind: ChainFaultKind.Truncated }, $"{found.Fault}");
            Assert.InRange(found.Blocks, 10 * kill, 72);
        }

        AssertResumes(folder, await _whole.Value);
    }

    [Fact]
    public async Task An_interrupted_run_leaves_a_file_that_can_be_continued()
    {
        using var folder = new ChainFolder();
        using var process = Start(folder);
        WaitForLength(process, folder, blocks: 20);
        if (OperatingSystem.IsWindows())
        {
            process.Kill();
        }
        else
        {
            Send(process, "INT");
        }

        var (exitCode, output, error) = BuiltProgram.Finish(process);

        Assert.Equal("", output);
        Assert.True(OperatingSystem.IsWindows() || (exitCode == 130 && error == "MovieChain: interrupted\n"), $"{exitCode} {error}");
        AssertResumes(folder, await _whole.Value);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("HUP")]
    [InlineData("INT TERM")]
    [InlineData("HUP INT INT TERM")]
    public void A_signal_and_those_that_follow_it_end_a_run_with_one_line_and_130(string signals)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new ChainFolder();
        using var process = Start(folder);
        WaitForLength(process, folder, blocks: 2);
        Send(process, signals);

        Assert.Equal((130, "", "MovieChain: interrupted\n"), BuiltProgram.Finish(process));
    }

    [Fact]
    public void A_run_that_was_started_to_outlive_its_terminal_does()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var folder = new ChainFolder();
        using var process = BuiltProgram.StartAfter("trap '' HUP", [.. _run, "--chain", folder.Path]);
        WaitForLength(process, folder, blocks: 2);
        Send(process, "HUP");
        WaitForLength(process, folder, blocks: 12);

        Assert.False(process.HasExited);
        process.Kill();
    }

    [Fact]
    public async Task A_run_that_finds_the_disk_full_says_so_in_one_line_and_can_be_continued()
    {
        using var folder = new ChainFolder();
        if (OperatingSystem.IsWindows())
        {
            folder.Write([]);
            AssertResumes(folder, await _whole.Value);
            return;
        }

        // A limit on the length of files, in blocks of 512 bytes, does as a full disk would. The program's own code must not be held to it.
        using var process = BuiltProgram.StartAfter(
            "ulimit -f 40", [.. _run, "--chain", folder.Path], "DOTNET_EnableWriteXorExecute=0", "DOTNET_EnableDiagnostics=0");
        var (exitCode, output, error) = BuiltProgram.Finish(process);

        Assert.Equal((3, ""), (exitCode, output));
        Assert.StartsWith($"MovieChain: --chain {folder.Path}: ", error, StringComparison.Ordinal);
        Assert.Equal(1, error.Count(letter => letter == '\n'));
        Assert.Equal(ChainFaultKind.Truncated, ChainBytes.FindFault(File.ReadAllBytes(folder.Path))?.Kind);
        AssertResumes(folder, await _whole.Value);
    }

    [Fact]
    public async Task While_a_run_writes_its_file_no_other_does_and_anybody_may_read_it()
    {
        using var folder = new ChainFolder();
        using var process = Start(folder);
        WaitForLength(process, folder, blocks: 10);

        var second = await Invocation.RunAsync([.. _run, "--chain", folder.Path, "--resume"]);
        using (var reader = new ChainFileReader(folder.Path))
        {
            Assert.True(ChainFile.Verify(reader, new Workers(1)).Blocks >= 10);
        }

        Assert.False(process.HasExited);
        process.Kill();
        Assert.Equal((3, ""), (second.ExitCode, second.Output));
        Assert.Equal($"MovieChain: --chain {folder.Path}: is being written by another run\n", second.Error);
    }

    private static Process Start(ChainFolder folder, params string[] more) => BuiltProgram.Start([.. _run, "--chain", folder.Path, .. more]);

    private static void Send(Process process, string signals)
    {
        var kills = signals.Split(' ').Select(signal => $"kill -{signal} {process.Id}");
        using var shell = Process.Start("/bin/sh", ["-c", string.Join("; ", kills)]);
        shell.WaitForExit();
    }

    private static void AssertResumes(ChainFolder folder, string answer)
    {
        using var process = Start(folder, "--resume");
        var (exitCode, output, error) = BuiltProgram.Finish(process);
        Assert.True(exitCode == 0, $"Exit code {exitCode}: {error}");
        Assert.Equal(answer, output);
        var found = ChainBytes.Verify(File.ReadAllBytes(folder.Path));
        Assert.Equal((null, 73), (found.Fault, found.Blocks));
        Assert.Contains($"\"fingerprint\": \"{found.Head.Hash()}\"", output, StringComparison.Ordinal);
    }

    /// <summary>Waits until a process has written that many whole blocks.</summary>
    private static void WaitForLength(Process process, ChainFolder folder, int blocks)
    {
        var patience = Stopwatch.StartNew();
        while (CountBlocks(folder.Path) < blocks)
        {
            Assert.False(process.HasExited, "The process was over too soon.");
            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(1), "The process wrote too little.");
            Thread.Sleep(1);
        }
    }

    private static long CountBlocks(string path)
    {
        if (!File.Exists(path))
        {
            return 0;
        }

        using var reader = new ChainFileReader(path);
        while (reader.Read() is not null)
        {
        }

        return reader.Count;
    }
}
