using MovieChain.Tests.Ledger;

namespace MovieChain.Tests;

/// <summary>The built program on a disk that reports errors.</summary>
public sealed class DiskFaultTests : IDisposable
{
    private static readonly string[] _run = ["--weeks", "3", "--customers", "3", "--difficulty", "0", "--recommender", "random"];

    private readonly ChainFolder _folder = new();

    private string Keys => Path.Combine(_folder.Folder, "keys");

    public void Dispose() => _folder.Dispose();

    [StraceFact]
    public void A_block_that_does_not_reach_the_disk_ends_the_run_and_the_file_can_be_continued()
    {
        var trace = Path.Combine(_folder.Folder, "trace");

        var (exitCode, output, error) = RunUnder(["-o", trace, "-P", _folder.Path, "-e", "inject=pwrite64:error=EIO:when=5"], "--chain", _folder.Path);

        Assert.Equal((3, ""), (exitCode, output));
        AssertOneLine($"MovieChain: --chain {_folder.Path}: ", error);

        // Each write waits for the disk, so that its result is the disk's.
        Assert.Contains("O_SYNC", File.ReadAllText(trace), StringComparison.Ordinal);
        Assert.Equal(3, ChainBytes.Verify(File.ReadAllBytes(_folder.Path)).Blocks);
        Assert.Equal(0, BuiltProgram.Run([.. _run, "--chain", _folder.Path, "--resume"]).ExitCode);
    }

    [StraceFact]
    public void A_new_file_whose_name_does_not_reach_the_disk_ends_the_run()
    {
        var (exitCode, output, error) = RunUnder(["-P", _folder.Folder, "-e", "inject=fsync:error=EIO"], "--chain", _folder.Path);

        Assert.Equal((3, ""), (exitCode, output));
        AssertOneLine($"MovieChain: --chain {_folder.Path}: ", error);
    }

    [StraceFact]
    public void Where_one_key_file_cannot_be_written_none_is_left()
    {
        var part = Path.Combine(Keys, "Hulu.secrets.json.part");

        AssertNoKeys(RunUnder(["-P", part, "-e", "inject=pwrite64:error=ENOSPC"], "--keys", Keys));

        Assert.Equal(0, BuiltProgram.Run([.. _run, "--keys", Keys]).ExitCode);
        Assert.Equal(9, Directory.GetFiles(Keys).Length);
    }

    [StraceFact]
    public void Where_one_key_file_cannot_be_renamed_none_is_left() =>
        AssertNoKeys(RunUnder(
            ["-P", Path.Combine(Keys, "Hulu.signing.pem.part"), "-e", "inject=?rename,?renameat,?renameat2,?link,?linkat:error=ENOSPC"], "--keys", Keys));

    [Fact]
    public void Where_a_key_file_would_exceed_a_limit_on_the_length_of_files_none_is_left()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // In blocks of 512 bytes. The program's own code must not be held to the limit.
        using var process = BuiltProgram.StartAfter(
            "ulimit -f 1", [.. _run, "--keys", Keys], "DOTNET_EnableWriteXorExecute=0", "DOTNET_EnableDiagnostics=0");
        AssertNoKeys(BuiltProgram.Finish(process));
    }

    private void AssertNoKeys((int ExitCode, string Output, string Error) run)
    {
        Assert.Equal(3, run.ExitCode);
        Assert.Contains("Fingerprint", run.Output, StringComparison.Ordinal);
        AssertOneLine($"MovieChain: --keys {Keys}: ", run.Error);
        Assert.Empty(Directory.GetFileSystemEntries(Keys));
    }

    private static void AssertOneLine(string begin, string error)
    {
        Assert.StartsWith(begin, error, StringComparison.Ordinal);
        Assert.Equal(1, error.Count(letter => letter == '\n'));
    }

    private static (int ExitCode, string Output, string Error) RunUnder(string[] faults, params string[] more)
    {
        string[] quiet = faults.Contains("-o") ? [] : ["-o", "/dev/null"];
        using var process = BuiltProgram.StartUnder("strace", ["-f", .. quiet, .. faults], [.. _run, .. more]);
        return BuiltProgram.Finish(process);
    }
}
