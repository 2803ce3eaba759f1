using MovieChain.Ledger;
using MovieChain.Tests.Ledger;

namespace MovieChain.Tests.CommandLine;

/// <summary>Keeping the chain of a run in a file, and continuing it.</summary>
public sealed class ChainOptionTests
{
    private const string Run = "--customers 3 --films 12 --difficulty 2 --no-progress --weeks";

    private static readonly DateTime _longAgo = new(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);

    /// <summary>The file of a run of three weeks.</summary>
    private static readonly Lazy<Task<byte[]>> _threeWeeks = new(async () =>
    {
        using var folder = new ChainFolder();
        (await RunAsync(folder, "3")).AssertSucceeded();
        return File.ReadAllBytes(folder.Path);
    });

    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    [InlineData("csv")]
    public async Task A_run_whose_chain_is_kept_gives_the_same_report(string format)
    {
        using var folder = new ChainFolder();
        var plain = await Invocation.RunAsync($"{Run} 3 --format {format}");

        var kept = await RunAsync(folder, $"3 --format {format}");

        Assert.Equal(plain.AssertSucceeded(), kept.AssertSucceeded());
        Assert.Equal(["run.chain", "run.chain.lock"], folder.Files);
        Assert.Null(ChainBytes.FindFault(File.ReadAllBytes(folder.Path)));
    }

    [Fact]
    public async Task A_file_that_exists_is_refused_without_resume_and_nothing_is_touched()
    {
        using var folder = new ChainFolder();
        folder.Write([]);

        (await RunAsync(folder, "3")).AssertRefused($"--chain {folder.Path}: the file exists; --resume continues it");

        Assert.Equal(["run.chain"], folder.Files);
        Assert.Empty(File.ReadAllBytes(folder.Path));
    }

    [Fact]
    public async Task Resume_without_a_chain_is_refused() => (await Invocation.RunAsync("--resume")).AssertRefused("--resume: needs --chain FILE");

    [Theory]
    [InlineData("--weeks 0")]
    [InlineData("--slate 99 --films 5")]
    [InlineData("--access Nobody:Hulu")]
    [InlineData("--scenario none.json")]
    [InlineData("--resume --seed x")]
    public async Task Bad_options_leave_no_file_behind(string options)
    {
        using var folder = new ChainFolder();
        (await Invocation.RunAsync([.. options.Split(' '), "--chain", folder.Path])).AssertRefused();
        Assert.Empty(folder.Files);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public async Task What_names_no_file_is_refused(string path)
    {
        (await Invocation.RunAsync("--chain", path)).AssertRefused("--chain '", "must name a file");
        (await Invocation.RunAsync("--chain", path, "--resume")).AssertRefused("--resume '", "must name a file");
        (await Invocation.RunAsync("verify", path)).AssertRefused("verify '", "must name a file");
    }

    [Fact]
    public async Task A_run_goes_on_from_its_file_to_more_weeks_with_the_report_of_an_uninterrupted_run()
    {
        using var folder = new ChainFolder();
        var file = await _threeWeeks.Value;
        folder.Write(file);
        var whole = await Invocation.RunAsync($"{Run} 5");

        var resumed = await RunAsync(folder, "5 --resume --threads 1");

        Assert.Equal(whole.AssertSucceeded(), resumed.AssertSucceeded());
        Assert.Equal(file, File.ReadAllBytes(folder.Path)[..file.Length]);
        Assert.Equal(16, ChainBytes.Verify(File.ReadAllBytes(folder.Path)).Blocks);
    }

    [Fact]
    public async Task A_run_that_had_come_to_its_end_gives_its_report_again_and_its_file_stays_as_it_is()
    {
        using var folder = new ChainFolder();
        File.SetLastWriteTimeUtc(folder.Write(await _threeWeeks.Value), _longAgo);

        var again = await RunAsync(folder, "3 --resume");

        Assert.Equal((await Invocation.RunAsync($"{Run} 3")).AssertSucceeded(), again.AssertSucceeded());
        AssertUntouched(folder, await _threeWeeks.Value);
    }

    [Fact]
    public async Task Resume_where_there_is_no_file_or_no_block_starts_with_a_notice()
    {
        var whole = (await Invocation.RunAsync($"{Run} 3")).AssertSucceeded();
        foreach (var bytes in (byte[]?[])[null, [], (await _threeWeeks.Value)[..8], (await _threeWeeks.Value)[..5], (await _threeWeeks.Value)[..100]])
        {
            using var folder = new ChainFolder();
            if (bytes is not null)
            {
                folder.Write(bytes);
            }

            var begun = await RunAsync(folder, "3 --resume");

            Assert.Equal((0, whole), (begun.ExitCode, begun.Output));
            Assert.StartsWith($"MovieChain: --resume {folder.Path}: ", begun.Error, StringComparison.Ordinal);
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
        var file = await _threeWeeks.Value;
        folder.Write(file[..^7]);
        var start = ChainBytes.Ends(file)[^2];

        var resumed = await RunAsync(folder, "3 --resume");

        Assert.Equal(0, resumed.ExitCode);
        Assert.Equal(
            $"MovieChain: --resume {folder.Path}: cut off {file.Length - 7 - start} bytes at byte {start}, a block that was not written to its end\n", resumed.Error);
        Assert.Equal(file.Length, File.ReadAllBytes(folder.Path).Length);
    }

    [Fact]
    public async Task Damage_anywhere_else_is_refused_and_the_file_stays_as_it_is()
    {
        var file = await _threeWeeks.Value;
        var frames = ChainBytes.Frames(file);
        var ends = ChainBytes.Ends(file);
        (byte[] File, int Height, string Said)[] damages =
        [
            (Flip(file, 3), 0, "byte 0: the file does not begin"),
            (Flip(file, ends[4] + 1), 4, $"byte {ends[4]}: its length is damaged"),
            (Flip(file, ends[4] + 6), 4, $"byte {ends[4]}: its length is damaged"),
            (Flip(file, ends[4] + 9), 4, $"byte {ends[4]}: its bytes are not those that were written"),
            (Flip(file, ends[4] + 200), 4, $"byte {ends[4]}: its bytes are not those that were written"),
            (Flip(file, file.Length - 1), 9, $"byte {ends[9]}: its bytes are not those that were written"),
            (Flip(file[..^7], ends[9] + 3), 9, $"byte {ends[9]}: its length is damaged"),
            ([.. file, .. new byte[12]], 10, $"byte {file.Length}: its length is damaged"),
            (ChainBytes.Join(frames.SetItem(2, ChainBytes.Repair(Flip(frames[2], 120)))), 2, $"byte {ends[2]}: its author has not signed it"),
            (ChainBytes.Join(frames.SetItem(2, ChainBytes.Repair(Flip(frames[2], frames[2].Length - 1)))), 2, "its records are not those"),
            (ChainBytes.Join(frames.RemoveAt(5)), 5, "its height is not its place"),
        ];
        foreach (var (damaged, height, said) in damages)
        {
            using var folder = new ChainFolder();
            File.SetLastWriteTimeUtc(folder.Write(damaged), _longAgo);

            var refused = await RunAsync(folder, "3 --resume");

            AssertOneLine(refused, 4, $"MovieChain: --resume {folder.Path}: block {height} at byte ", said);
            AssertUntouched(folder, damaged);
        }
    }

    [Theory]
    [InlineData("--seed 2", "seed 1, not 2")]
    [InlineData("--films 13", "films 12, not 13")]
    [InlineData("--slate 5", "slate 10, not 5")]
    [InlineData("--consent 0.5", "consent 0.9, not 0.5")]
    [InlineData("--privacy-strictness 0.25", "privacyStrictness 0, not 0.25")]
    [InlineData("--drift 0", "drift 1, not 0")]
    [InlineData("--recommender popular", "recommender mf, not popular")]
    [InlineData("--rank 3", "rank 16, not 3")]
    [InlineData("--customers 4", "customers of Netflix 3, not 4")]
    [InlineData("--difficulty 3", "difficulty 2, not 3")]
    [InlineData("--access own", "access Hulu:Netflix,Prime:Netflix,Prime:Hulu, not own")]
    [InlineData("--access Prime:Hulu", "access Hulu:Netflix,Prime:Netflix,Prime:Hulu, not Prime:Hulu")]
    public async Task Another_option_than_the_chain_was_begun_with_is_refused_by_name(string option, string difference)
    {
        using var folder = new ChainFolder();
        File.SetLastWriteTimeUtc(folder.Write(await _threeWeeks.Value), _longAgo);
        var words = $"{Run} 3 --resume".Split(' ').ToList();
        var place = words.IndexOf(option.Split(' ')[0]);
        if (place >= 0)
        {
            words.RemoveRange(place, 2);
        }

        var refused = await Invocation.RunAsync([.. words, .. option.Split(' '), "--chain", folder.Path]);

        AssertOneLine(refused, 2, $"MovieChain: --resume {folder.Path}: the chain was begun with {difference}\n");
        AssertUntouched(folder, await _threeWeeks.Value);
    }

    [Theory]
    [InlineData("""[{"name":"Netflix","customers":3},{"name":"Hulu","customers":3}]""", "providers Netflix, Hulu, Prime, not Netflix, Hulu\n")]
    [InlineData("""[{"name":"Netflix"},{"name":"Prime"},{"name":"Hulu"}]""", "providers Netflix, Hulu, Prime, not Netflix, Prime, Hulu\n")]
    [InlineData("""[{"name":"Netflix"},{"name":"hulu"},{"name":"Prime"}]""", "providers Netflix, Hulu, Prime, not Netflix, hulu, Prime\n")]
    public async Task Other_providers_are_refused_by_name(string providers, string difference)
    {
        using var folder = new ChainFolder();
        using var scenario = new ScenarioFolder();
        folder.Write(await _threeWeeks.Value);

        var refused = await scenario.RunAsync($$"""{"films":12,"difficulty":2,"weeks":3,"providers":{{providers}}}""", "--chain", folder.Path, "--resume");

        AssertOneLine(refused, 2, $"MovieChain: --resume {folder.Path}: the chain was begun with {difference}");
    }

    [Fact]
    public async Task Fewer_weeks_than_the_chain_has_begun_are_refused_by_name()
    {
        var file = await _threeWeeks.Value;
        using var folder = new ChainFolder();
        File.SetLastWriteTimeUtc(folder.Write(file), _longAgo);
        AssertOneLine(await RunAsync(folder, "2 --resume"), 2, "the chain has come to week 3: weeks 2 ");
        AssertUntouched(folder, file);

        // The first block of the third week is enough.
        var partly = file[..ChainBytes.Ends(file)[8]];
        File.SetLastWriteTimeUtc(folder.Write(partly), _longAgo);
        AssertOneLine(await RunAsync(folder, "2 --resume"), 2, "the chain has come to week 3: weeks 2 ");
        AssertUntouched(folder, partly);
        Assert.Equal(0, (await RunAsync(folder, "3 --resume")).ExitCode);
    }

    [Fact]
    public async Task A_second_writer_is_refused_and_touches_nothing()
    {
        using var folder = new ChainFolder();
        File.SetLastWriteTimeUtc(folder.Write((await _threeWeeks.Value)[..^7]), _longAgo);
        using var first = ChainFileLock.TryTake(folder.Path);

        AssertOneLine(await RunAsync(folder, "3 --resume"), 3, $"MovieChain: --resume {folder.Path}: is being written by another run\n");

        AssertUntouched(folder, (await _threeWeeks.Value)[..^7]);
        File.Delete(folder.Path);
        AssertOneLine(await RunAsync(folder, "3"), 3, $"MovieChain: --chain {folder.Path}: is being written by another run\n");
        Assert.Equal(["run.chain.lock"], folder.Files);
    }

    [Theory]
    [InlineData("--chain")]
    [InlineData("--resume")]
    public async Task A_folder_or_a_file_in_no_folder_is_refused(string name)
    {
        using var folder = new ChainFolder();
        string[] resume = name == "--resume" ? ["--resume"] : [];

        var isFolder = await Invocation.RunAsync([.. Run.Split(' '), "3", "--chain", folder.Folder, .. resume]);
        var inNone = await Invocation.RunAsync([.. Run.Split(' '), "3", "--chain", Path.Combine(folder.Path, "none"), .. resume]);

        AssertOneLine(isFolder, 3, $"MovieChain: {name} {folder.Folder}: is a directory, not a file\n");
        AssertOneLine(inNone, 3, $"MovieChain: {name} {Path.Combine(folder.Path, "none")}: there is no such folder\n");
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

    private static Task<Invocation> RunAsync(ChainFolder folder, string weeksAndMore) =>
        Invocation.RunAsync([.. Run.Split(' '), .. weeksAndMore.Split(' '), "--chain", folder.Path]);

    private static byte[] Flip(byte[] bytes, int place)
    {
        var flipped = bytes.ToArray();
        flipped[place] ^= 0x20;
        return flipped;
    }

    private static void AssertOneLine(Invocation invocation, int exitCode, params string[] said)
    {
        Assert.Equal((exitCode, ""), (invocation.ExitCode, invocation.Output));
        Assert.Equal(1, invocation.Error.Count(letter => letter == '\n'));
        Assert.All(said, text => Assert.Contains(text, invocation.Error, StringComparison.Ordinal));
    }

    private static void AssertUntouched(ChainFolder folder, byte[] file)
    {
        Assert.Equal(file, File.ReadAllBytes(folder.Path));
        Assert.Equal(_longAgo, File.GetLastWriteTimeUtc(folder.Path));
    }
}
