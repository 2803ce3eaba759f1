using System.Buffers.Binary;
using System.Text;
using MovieChain.Exchange.Sealing;
using MovieChain.Ledger;
using MovieChain.Simulation;
using MovieChain.Tests.Ledger;

namespace MovieChain.Tests.CommandLine;

/// <summary>Files that a run does not continue; they are left as they are.</summary>
public sealed class ResumeRefusalTests
{
    [Fact]
    public async Task Damage_anywhere_else_is_refused_and_the_file_stays_as_it_is()
    {
        var file = await ChainRun.ThreeWeeks;
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
            ([.. file, .. new byte[12]], 10, $"byte {file.Length}: the file ends in zeros"),
            ([.. file, .. new byte[12], 1], 10, $"byte {file.Length}: its length is damaged"),
            (ChainBytes.Join(frames.SetItem(2, ChainBytes.Repair(Flip(frames[2], 120)))), 2, $"byte {ends[2]}: its author has not signed it"),
            (ChainBytes.Join(frames.SetItem(2, ChainBytes.Repair(Flip(frames[2], frames[2].Length - 1)))), 2, "its records are not those"),
            (ChainBytes.Join(frames.RemoveAt(5)), 5, "its height is not its place"),
        ];
        foreach (var (damaged, height, said) in damages)
        {
            using var folder = new ChainFolder();
            File.SetLastWriteTimeUtc(folder.Write(damaged), ChainRun.LongAgo);

            var refused = await ChainRun.RunAsync(folder, "3 --resume");

            ChainRun.AssertOneLine(refused, 4, $"MovieChain: --chain {folder.Path}: block {height} at byte ", said);
            ChainRun.AssertUntouched(folder, damaged);
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
    [InlineData("--regularization 3", "regularization 15, not 3")]
    [InlineData("--shared-audience 0.5", "sharedAudience 0, not 0.5")]
    [InlineData("--weekly-budget 20", "weeklyBudget none, not 20")]
    [InlineData("--repeat once", "repeat rent, not once")]
    [InlineData("--arrivals 2", "arrivals 0, not 2")]
    [InlineData("--customers 4", "customers of Netflix 3, not 4")]
    [InlineData("--difficulty 3", "difficulty 2, not 3")]
    [InlineData("--access own", "access Hulu:Netflix,Prime:Netflix,Prime:Hulu, not own")]
    [InlineData("--access Prime:Hulu", "access Hulu:Netflix,Prime:Netflix,Prime:Hulu, not Prime:Hulu")]
    public async Task Another_option_than_the_chain_was_begun_with_is_refused_by_name(string option, string difference)
    {
        using var folder = new ChainFolder();
        File.SetLastWriteTimeUtc(folder.Write(await ChainRun.ThreeWeeks), ChainRun.LongAgo);
        var words = $"{ChainRun.Words} 3 --resume".Split(' ').ToList();
        var place = words.IndexOf(option.Split(' ')[0]);
        if (place >= 0)
        {
            words.RemoveRange(place, 2);
        }

        var refused = await Invocation.RunAsync([.. words, .. option.Split(' '), "--chain", folder.Path]);

        ChainRun.AssertOneLine(refused, 2, $"MovieChain: --chain {folder.Path}: the chain was begun with {difference}\n");
        ChainRun.AssertUntouched(folder, await ChainRun.ThreeWeeks);
    }

    [Theory]
    [InlineData("""[{"name":"Netflix","customers":3},{"name":"Hulu","customers":3}]""", "providers Netflix, Hulu, Prime, not Netflix, Hulu\n")]
    [InlineData("""[{"name":"Netflix"},{"name":"Prime"},{"name":"Hulu"}]""", "providers Netflix, Hulu, Prime, not Netflix, Prime, Hulu\n")]
    [InlineData("""[{"name":"Netflix"},{"name":"hulu"},{"name":"Prime"}]""", "providers Netflix, Hulu, Prime, not Netflix, hulu, Prime\n")]
    public async Task Other_providers_are_refused_by_name(string providers, string difference)
    {
        using var folder = new ChainFolder();
        using var scenario = new ScenarioFolder();
        folder.Write(await ChainRun.ThreeWeeks);

        var refused = await scenario.RunAsync($$"""{"films":12,"difficulty":2,"weeks":3,"providers":{{providers}}}""", "--chain", folder.Path, "--resume");

        ChainRun.AssertOneLine(refused, 2, $"MovieChain: --chain {folder.Path}: the chain was begun with {difference}");
    }

    [Fact]
    public async Task Other_keys_of_the_providers_are_refused_by_name()
    {
        using var folder = new ChainFolder();
        var options = ChainRun.Options(weeks: 3);
        var secrets = new SimulatedSecrets(99);
        var chain = Chain.Begin(
            GenesisStatement.RulesOf(options, secrets), GenesisStatement.Of(options), secrets.SigningKey(ProviderId.At(0)), Samples.Miner());
        folder.Write(ChainBytes.Of(chain.Blocks));

        ChainRun.AssertOneLine(await ChainRun.RunAsync(folder, "3 --resume"), 2, "the chain was begun with signing key of Netflix ");
    }

    [Fact]
    public async Task A_chain_that_is_no_runs_is_not_continued()
    {
        using var folder = new ChainFolder();
        var options = ChainRun.Options(weeks: 3);
        var rules = GenesisStatement.RulesOf(options, new SimulatedSecrets(1));
        folder.Write(ChainBytes.Of(Chain.Begin(rules, "\u0001"u8, new SimulatedSecrets(1).SigningKey(ProviderId.At(0)), Samples.Miner()).Blocks));

        ChainRun.AssertOneLine(await ChainRun.RunAsync(folder, "3 --resume"), 2, "its genesis block states no options");
    }

    [Fact]
    public async Task A_valid_chain_with_a_block_that_the_options_do_not_give_is_refused_where_it_stands()
    {
        using var folder = new ChainFolder();
        var begun = Simulator.Run(ChainRun.Options(weeks: 1), new Workers(1)).Chain;
        var records = Samples.Records(ChainRules.AuthorRecord(0));
        var other = begun.Mine(records, 2 * Week.Seconds, new SimulatedSecrets(1).SigningKey(ProviderId.At(0)), Samples.Miner());
        File.SetLastWriteTimeUtc(folder.Write(ChainBytes.Of(other.Blocks)), ChainRun.LongAgo);

        (await Invocation.RunAsync("verify", folder.Path)).AssertSucceeded();
        ChainRun.AssertOneLine(
            await ChainRun.RunAsync(folder, "3 --resume"), 4, $"MovieChain: --chain {folder.Path}: block 4 is not the one that these options give\n");
        ChainRun.AssertUntouched(folder, ChainBytes.Of(other.Blocks));
    }

    [Fact]
    public async Task A_block_more_than_the_weeks_have_is_refused_though_no_week_is_too_many()
    {
        using var folder = new ChainFolder();
        var whole = Simulator.Run(ChainRun.Options(weeks: 3), new Workers(1)).Chain;
        var longer = whole.Mine(
            Samples.Records(ChainRules.AuthorRecord(0)), whole.Head.Header.Time, new SimulatedSecrets(1).SigningKey(ProviderId.At(0)), Samples.Miner());
        File.SetLastWriteTimeUtc(folder.Write(ChainBytes.Of(longer.Blocks)), ChainRun.LongAgo);

        ChainRun.AssertOneLine(await ChainRun.RunAsync(folder, "3 --resume"), 4, "block 10 is not the one that these options give\n");
        ChainRun.AssertUntouched(folder, ChainBytes.Of(longer.Blocks));
    }

    [Fact]
    public async Task Whole_blocks_are_not_cut_off_behind_a_length_that_was_changed_with_its_checksum()
    {
        var file = await ChainRun.ThreeWeeks;
        var start = ChainBytes.Ends(file)[5];
        var changed = file.ToArray();
        BinaryPrimitives.WriteUInt32BigEndian(changed.AsSpan(start), 400_000_000);
        BinaryPrimitives.WriteUInt32BigEndian(changed.AsSpan(start + 4), ChainFileFormat.Checksum(changed.AsSpan(start, 4)));
        using var folder = new ChainFolder();
        File.SetLastWriteTimeUtc(folder.Write(changed), ChainRun.LongAgo);

        ChainRun.AssertOneLine(await ChainRun.RunAsync(folder, "3 --resume"), 4, $"block 5 at byte {start}: ");
        ChainRun.AssertUntouched(folder, changed);
    }

    [Theory]
    [InlineData("hello\n")]
    [InlineData("\0\0\u0001\0 and more")]
    public async Task What_somebody_has_appended_is_not_taken_for_a_torn_block(string appended)
    {
        byte[] file = [.. await ChainRun.ThreeWeeks, .. Encoding.Latin1.GetBytes(appended)];
        using var folder = new ChainFolder();
        File.SetLastWriteTimeUtc(folder.Write(file), ChainRun.LongAgo);

        ChainRun.AssertOneLine(await ChainRun.RunAsync(folder, "3 --resume"), 4, "block 10 at byte ");
        ChainRun.AssertUntouched(folder, file);
    }

    [Fact]
    public async Task Fewer_weeks_than_the_chain_has_begun_are_refused_by_name()
    {
        var file = await ChainRun.ThreeWeeks;
        using var folder = new ChainFolder();
        File.SetLastWriteTimeUtc(folder.Write(file), ChainRun.LongAgo);
        ChainRun.AssertOneLine(await ChainRun.RunAsync(folder, "2 --resume"), 2, "weeks 2: must be a whole number from 3 to 520, because the chain has reached week 3");
        ChainRun.AssertUntouched(folder, file);

        // The first block of the third week is enough.
        var partly = file[..ChainBytes.Ends(file)[8]];
        File.SetLastWriteTimeUtc(folder.Write(partly), ChainRun.LongAgo);
        ChainRun.AssertOneLine(await ChainRun.RunAsync(folder, "2 --resume"), 2, "weeks 2: must be a whole number from 3 to 520, because the chain has reached week 3");
        ChainRun.AssertUntouched(folder, partly);
        Assert.Equal(0, (await ChainRun.RunAsync(folder, "3 --resume")).ExitCode);
    }

    [Fact]
    public async Task A_second_writer_is_refused_and_touches_nothing()
    {
        using var folder = new ChainFolder();
        File.SetLastWriteTimeUtc(folder.Write((await ChainRun.ThreeWeeks)[..^7]), ChainRun.LongAgo);
        using var first = ChainFileLock.TryTake(folder.Path);

        ChainRun.AssertOneLine(await ChainRun.RunAsync(folder, "3 --resume"), 3, $"MovieChain: --chain {folder.Path}: is being written by another run\n");

        ChainRun.AssertUntouched(folder, (await ChainRun.ThreeWeeks)[..^7]);
        File.Delete(folder.Path);
        ChainRun.AssertOneLine(await ChainRun.RunAsync(folder, "3"), 3, $"MovieChain: --chain {folder.Path}: is being written by another run\n");
        Assert.Equal(["run.chain.lock"], folder.Files);
    }

    [Fact]
    public async Task A_second_writer_is_refused_though_it_would_do_without_a_lock()
    {
        using var folder = new ChainFolder();
        using var first = ChainFileLock.TryTake(folder.Path);

        ChainRun.AssertOneLine(await ChainRun.RunAsync(folder, "1 --no-lock"), 3, "is being written by another run");
    }

    [Fact]
    public void Where_files_cannot_be_locked_a_chain_is_written_only_if_that_is_asked_for()
    {
        // .NET's own switch makes its locks do nothing and say nothing, as some network file systems do.
        const string NoLocks = "DOTNET_SYSTEM_IO_DISABLEFILELOCKING=1";
        using var folder = new ChainFolder();
        string[] run = [.. ChainRun.Words.Split(' '), "1", "--chain", folder.Path];

        var (exitCode, output, error) = BuiltProgram.Run(run, NoLocks);

        Assert.Equal((3, ""), (exitCode, output));
        Assert.StartsWith($"MovieChain: --chain {folder.Path}: no lock can be had here", error, StringComparison.Ordinal);
        Assert.Equal(["run.chain.lock"], folder.Files);
        Assert.Equal(0, BuiltProgram.Run([.. run, "--no-lock"], NoLocks).ExitCode);
        Assert.Equal(3, BuiltProgram.Run([.. run, "--resume"], NoLocks).ExitCode);
    }

    [Fact]
    public async Task To_do_without_a_lock_takes_a_chain() => (await Invocation.RunAsync("--weeks 1 --no-lock")).AssertRefused("--no-lock", "--chain FILE");

    private static byte[] Flip(byte[] bytes, int place)
    {
        var flipped = bytes.ToArray();
        flipped[place] ^= 0x20;
        return flipped;
    }
}
