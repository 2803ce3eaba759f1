using MovieChain.Tests.Ledger;

namespace MovieChain.Tests.CommandLine;

/// <summary>Keeping the chain of a run in a file, and continuing it.</summary>
public sealed class ChainOptionTests
{
    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    [InlineData("csv")]
    public async Task A_run_whose_chain_is_kept_gives_the_same_report(string format)
    {
        using var folder = new ChainFolder();
        var plain = await Invocation.RunAsync($"{ChainRun.Words} 3 --format {format}");

        var kept = await ChainRun.RunAsync(folder, $"3 --format {format}");

        Assert.Equal(plain.AssertSucceeded(), kept.AssertSucceeded());
        Assert.Equal(["run.chain", "run.chain.lock"], folder.Files);
        Assert.Null(ChainBytes.FindFault(File.ReadAllBytes(folder.Path)));
    }

    [Fact]
    public async Task A_file_that_exists_is_refused_without_resume_and_nothing_is_touched()
    {
        using var folder = new ChainFolder();
        folder.Write([]);

        (await ChainRun.RunAsync(folder, "3")).AssertRefused($"--chain {folder.Path}: the file exists; --resume continues it");

        Assert.Equal(["run.chain"], folder.Files);
        Assert.Empty(File.ReadAllBytes(folder.Path));
    }

    [Fact]
    public async Task Resume_without_a_chain_is_refused() => (await Invocation.RunAsync("--resume")).AssertRefused("--resume: needs --chain FILE");

    [Theory]
    [InlineData(2, "--weeks 0")]
    [InlineData(2, "--slate 99 --films 5")]
    [InlineData(2, "--access Nobody:Hulu")]
    [InlineData(3, "--scenario none.json")]
    [InlineData(2, "--resume --seed x")]
    public async Task Bad_options_leave_no_file_behind(int exitCode, string options)
    {
        using var folder = new ChainFolder();
        (await Invocation.RunAsync([.. options.Split(' '), "--chain", folder.Path])).AssertFailed(exitCode);
        Assert.Empty(folder.Files);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public async Task What_names_no_file_is_refused(string path)
    {
        (await Invocation.RunAsync("--chain", path)).AssertRefused("--chain '", "must name a file");
        (await Invocation.RunAsync("--chain", path, "--resume")).AssertRefused("--chain '", "must name a file");
        (await Invocation.RunAsync("verify", path)).AssertRefused("verify '", "must name a file");
    }

    [Fact]
    public async Task A_run_goes_on_from_its_file_to_more_weeks_with_the_report_of_an_uninterrupted_run()
    {
        using var folder = new ChainFolder();
        var file = await ChainRun.ThreeWeeks;
        folder.Write(file);
        var whole = await Invocation.RunAsync($"{ChainRun.Words} 5");

        var resumed = await ChainRun.RunAsync(folder, "5 --resume --threads 1");

        Assert.Equal(whole.AssertSucceeded(), resumed.AssertSucceeded());
        Assert.Equal(file, File.ReadAllBytes(folder.Path)[..file.Length]);
        Assert.Equal(16, ChainBytes.Verify(File.ReadAllBytes(folder.Path)).Blocks);
    }

    [Fact]
    public async Task A_run_that_had_come_to_its_end_gives_its_report_again_and_its_file_stays_as_it_is()
    {
        using var folder = new ChainFolder();
        File.SetLastWriteTimeUtc(folder.Write(await ChainRun.ThreeWeeks), ChainRun.LongAgo);

        var again = await ChainRun.RunAsync(folder, "3 --resume");

        Assert.Equal((await Invocation.RunAsync($"{ChainRun.Words} 3")).AssertSucceeded(), again.AssertSucceeded());
        ChainRun.AssertUntouched(folder, await ChainRun.ThreeWeeks);
    }

    [Fact]
    public async Task Resume_where_there_is_no_file_or_no_block_starts_with_a_notice()
    {
        var whole = (await Invocation.RunAsync($"{ChainRun.Words} 3")).AssertSucceeded();
        foreach (var bytes in (byte[]?[])[null, [], (await ChainRun.ThreeWeeks)[..8], (await ChainRun.ThreeWeeks)[..5], (await ChainRun.ThreeWeeks)[..100]])
        {
            using var folder = new ChainFolder();
            if (bytes is not null)
            {
                folder.Write(bytes);
            }

            var begun = await ChainRun.RunAsync(folder, "3 --resume");

            Assert.Equal((0, whole), (begun.ExitCode, begun.Output));
            Assert.StartsWith($"MovieChain: --chain {folder.Path}: ", begun.Error, StringComparison.Ordinal);
            Assert.Equal(1, begun.Error.Count(letter => letter == '\n'));
            Assert.Null(ChainBytes.FindFault(File.ReadAllBytes(folder.Path)));
        }
    }

    [Fact]
    public async Task A_file_that_was_cut_at_any_place_is_continued_to_the_report_of_the_uninterrupted_run()
    {
        using var scenario = new ScenarioFolder();
        string[] tiny =
        [
            "--films", "3", "--slate", "2", "--difficulty", "0", "--recommender", "random", "--no-progress", "--weeks", "2",
            "--scenario", scenario.Write("""{"providers":[{"name":"A","customers":2}]}"""),
        ];
        using var original = new ChainFolder();
        var whole = (await Invocation.RunAsync([.. tiny, "--chain", original.Path])).AssertSucceeded();
        var file = File.ReadAllBytes(original.Path);
        var ends = ChainBytes.Ends(file);
        await Parallel.ForAsync(0, file.Length, async (length, _) =>
        {
            // Every place about the heads of the frames, and some of those within.
            if (length % 16 != 0 && !ends.Append(0).Any(end => length - end is >= -2 and <= 13))
            {
                return;
            }

            using var folder = new ChainFolder();
            folder.Write(file[..length]);
            var resumed = await Invocation.RunAsync([.. tiny, "--chain", folder.Path, "--resume"]);

            Assert.Equal((0, whole), (resumed.ExitCode, resumed.Output));
            Assert.Equal(length > 8 && ends.Contains(length) ? 0 : 1, resumed.Error.Count(letter => letter == '\n'));
            Assert.Equal(file.Length, File.ReadAllBytes(folder.Path).Length);
            Assert.Null(ChainBytes.FindFault(File.ReadAllBytes(folder.Path)));
        });
    }

    [Fact]
    public async Task A_torn_tail_is_cut_off_with_a_notice_that_says_how_much()
    {
        using var folder = new ChainFolder();
        var file = await ChainRun.ThreeWeeks;
        folder.Write(file[..^7]);
        var start = ChainBytes.Ends(file)[^2];

        var resumed = await ChainRun.RunAsync(folder, "3 --resume");

        Assert.Equal(0, resumed.ExitCode);
        Assert.Equal(
            $"MovieChain: --chain {folder.Path}: cut off {file.Length - 7 - start} bytes at byte {start}, a block that was not written to its end\n", resumed.Error);
        Assert.Equal(file.Length, File.ReadAllBytes(folder.Path).Length);
    }

    [Theory]
    [InlineData]
    [InlineData("--resume")]
    public async Task A_folder_or_a_file_in_no_folder_is_refused(params string[] resume)
    {
        using var folder = new ChainFolder();

        var isFolder = await Invocation.RunAsync([.. ChainRun.Words.Split(' '), "3", "--chain", folder.Folder, .. resume]);
        var inNone = await Invocation.RunAsync([.. ChainRun.Words.Split(' '), "3", "--chain", Path.Combine(folder.Path, "none"), .. resume]);

        ChainRun.AssertOneLine(isFolder, 3, $"MovieChain: --chain {folder.Folder}: is a directory, not a file\n");
        ChainRun.AssertOneLine(inNone, 3, $"MovieChain: --chain {Path.Combine(folder.Path, "none")}: there is no such folder\n");
        Assert.Empty(folder.Files);
    }

    [Fact]
    public async Task A_terminal_does_not_act_on_a_files_name()
    {
        using var folder = new ChainFolder();
        var path = Path.Combine(folder.Folder, "a\e[31m\nb\a\u009b2J.chain");
        string[][] commands =
        [
            ["verify", path],
            ["--weeks", "1", "--customers", "1", "--chain", path, "--resume"],
            ["--weeks", "1", "--chain", path],
            ["--weeks", "1", "--customers", "2", "--chain", path, "--resume"],
            ["verify", path, "--checkpoint", new string('a', 64)],
        ];
        foreach (var command in commands)
        {
            var invocation = await Invocation.RunAsync(command);
            Assert.EndsWith("\n", invocation.Error, StringComparison.Ordinal);
            Assert.DoesNotContain(invocation.Error[..^1], char.IsControl);
            Assert.Contains("a?[31m b??2J.chain", invocation.Error, StringComparison.Ordinal);
        }
    }
}
