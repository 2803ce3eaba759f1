using System.Text.Json;
using MovieChain.CommandLine;
using MovieChain.Ledger;
using MovieChain.Tests.Ledger;

namespace MovieChain.Tests.CommandLine;

public sealed class VerifyCommandTests
{
    private static readonly byte[] _file = ChainBytes.Small;

    [Fact]
    public async Task A_valid_chain_is_summed_up_in_a_table()
    {
        using var folder = new ChainFolder();
        var head = ChainBytes.Verify(_file).Head.Hash();

        var table = (await Invocation.RunAsync("verify", folder.Write(_file))).AssertSucceeded();

        Assert.Equal(
            $"""
             Chain        valid
             Blocks       5
             Weeks        1
             Authors      Netflix, Hulu, Primé
             Records      12
             Bytes        {_file.Length:N0}
             Difficulty   4
             Head         {head}

            """.ReplaceLineEndings("\n"),
            table);
        Assert.Equal(["run.chain"], folder.Files);
    }

    [Fact]
    public async Task A_valid_chain_is_summed_up_in_JSON()
    {
        using var folder = new ChainFolder();

        var json = JsonElement.Parse((await Invocation.RunAsync("verify", folder.Write(_file), "--format", "json", "--no-progress")).AssertSucceeded());

        Assert.True(json.GetProperty("valid").GetBoolean());
        Assert.Equal((5, 1, 12), (json.GetProperty("blocks").GetInt32(), json.GetProperty("weeks").GetInt32(), json.GetProperty("records").GetInt32()));
        Assert.Equal(["Netflix", "Hulu", "Primé"], json.GetProperty("authors").EnumerateArray().Select(author => author.GetString()));
        Assert.Equal((_file.Length, 4), (json.GetProperty("bytes").GetInt32(), json.GetProperty("difficulty").GetInt32()));
        Assert.Equal(ChainBytes.Verify(_file).Head.Hash().ToString(), json.GetProperty("head").GetString());
    }

    [Fact]
    public async Task The_first_fault_is_named_in_one_line_with_its_block_and_its_place()
    {
        using var folder = new ChainFolder();
        var frames = ChainBytes.Frames(_file);
        folder.Write(ChainBytes.Join(frames.SetItem(2, frames[1])));

        AssertOneLine(
            await Invocation.RunAsync("verify", folder.Path),
            4,
            $"MovieChain: {folder.Path}: block 2 at byte {ChainBytes.Ends(_file)[2]}: its height is not its place in the chain\n");
    }

    [Theory]
    [InlineData(0, "block 0 at byte 0: the file ends before the block does")]
    [InlineData(8, "block 0 at byte 8: there is no block, not even genesis")]
    [InlineData(100, "block 0 at byte 8: the file ends before the block does")]
    public async Task A_file_without_a_whole_block_is_not_valid(int length, string said)
    {
        using var folder = new ChainFolder();
        AssertOneLine(await Invocation.RunAsync("verify", folder.Write(_file[..length])), 4, $"MovieChain: {folder.Path}: {said}\n");
    }

    [Fact]
    public async Task Bytes_that_are_no_chain_are_not_valid()
    {
        using var folder = new ChainFolder();
        AssertOneLine(
            await Invocation.RunAsync("verify", folder.Write([.. Enumerable.Range(0, 500).Select(i => (byte)(i * 7))])),
            4,
            $"MovieChain: {folder.Path}: block 0 at byte 0: the file does not begin as a chain's file of this version does\n");
    }

    [Fact]
    public async Task Every_kind_of_fault_has_words_of_its_own()
    {
        var words = Enum.GetValues<ChainFaultKind>().Select(kind => MovieChain.Reporting.Chains.FaultWords.Of(new ChainFault(12, kind, 34567))).ToList();

        Assert.Equal(words.Count, words.Distinct().Count());
        Assert.All(words, text => Assert.Matches("^block 12 at byte 34567: [a-z' ,0]{20,}(; to continue it, cut it at byte 34567)?$", text));
        Assert.StartsWith("block 3: ", MovieChain.Reporting.Chains.FaultWords.Of(new ChainFault(3, ChainFaultKind.Link)), StringComparison.Ordinal);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task Every_block_may_be_a_checkpoint_in_either_case()
    {
        using var folder = new ChainFolder();
        folder.Write(_file);
        var hashes = Samples.SmallChain().Blocks.Select(block => block.Hash.ToString()).ToList();

        (await Invocation.RunAsync("verify", folder.Path, "--checkpoint", hashes[^1].ToUpperInvariant())).AssertSucceeded();
        (await Invocation.RunAsync(["verify", folder.Path, .. hashes.SelectMany(hash => (string[])["--checkpoint", hash])])).AssertSucceeded();
    }

    [Fact]
    public async Task A_file_that_was_cut_back_passes_by_itself_but_not_with_a_checkpoint()
    {
        using var folder = new ChainFolder();
        var head = ChainBytes.Verify(_file).Head.Hash();
        folder.Write(_file[..ChainBytes.Ends(_file)[4]]);
        var last = ChainBytes.Verify(File.ReadAllBytes(folder.Path)).Head.Hash();

        (await Invocation.RunAsync("verify", folder.Path)).AssertSucceeded();
        AssertOneLine(
            await Invocation.RunAsync("verify", folder.Path, "--checkpoint", $"{last}", "--checkpoint", $"{head}"),
            4,
            $"MovieChain: {folder.Path}: none of its 4 blocks has the hash {head}: it was cut back, or is another chain\n");
    }

    [Theory]
    [InlineData("00")]
    [InlineData("")]
    [InlineData("zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz")]
    public async Task A_checkpoint_that_is_no_hash_is_refused(string hash) =>
        (await Invocation.RunAsync("verify", "any.chain", "--checkpoint", hash)).AssertRefused($"--checkpoint {hash}: ", "64 hexadecimal digits");

    [Fact]
    public async Task A_command_line_without_a_file_is_refused()
    {
        (await Invocation.RunAsync("verify")).AssertRefused("verify: must be given the FILE to check");
        (await Invocation.RunAsync("verify", "a", "b")).AssertRefused("'b'");
        (await Invocation.RunAsync("verify", "a", "--format", "csv")).AssertRefused("--format csv: must be one of table, json");
    }

    [Fact]
    public async Task What_cannot_be_read_has_an_exit_code_of_its_own()
    {
        using var folder = new ChainFolder();
        AssertOneLine(await Invocation.RunAsync("verify", folder.Folder), 3, $"MovieChain: {folder.Folder}: is a directory, not a file\n");
        AssertOneLine(await Invocation.RunAsync("verify", folder.Path), 3, $"MovieChain: {folder.Path}: there is no such file\n");
        AssertOneLine(await Invocation.RunAsync("verify", folder.Path + "/x"), 3, "/x: there is no such folder\n");
        AssertRefusal(new UnauthorizedAccessException("Access is denied."), "x.chain: permission denied");
        AssertRefusal(new IOException("Input/output error"), "x.chain: Input/output error");

        static void AssertRefusal(Exception fault, string message)
        {
            var refusal = Assert.Throws<RefusalException>(() => FilePath.Argument("x.chain", "verify").Use<int>(() => throw fault));
            Assert.Equal((3, message), (refusal.ExitCode, refusal.Message));
        }
    }

    [Fact]
    public async Task A_file_that_may_not_be_read_is_refused()
    {
        using var folder = new ChainFolder();
        folder.Write(_file);
        if (OperatingSystem.IsWindows())
        {
            using var held = new FileStream(folder.Path, FileMode.Open, FileAccess.Read, FileShare.None);
            Assert.Equal(3, (await Invocation.RunAsync("verify", folder.Path)).ExitCode);
            return;
        }

        File.SetUnixFileMode(folder.Path, UnixFileMode.None);
        var invocation = await Invocation.RunAsync("verify", folder.Path);
        if (Environment.IsPrivilegedProcess)
        {
            // Root may read what nobody may; the words are tested above.
            invocation.AssertSucceeded();
            return;
        }

        AssertOneLine(invocation, 3, $"MovieChain: {folder.Path}: permission denied\n");
    }

    [Fact]
    public async Task A_terminal_does_not_act_on_the_name_of_an_author()
    {
        using var folder = new ChainFolder();
        folder.Write(ChainBytes.Of(Chain.Begin(Samples.RulesFor(0, "a\e[31m\u009b2J", "[red]b"), [], Samples.Keys[0], Samples.Miner()).Blocks));

        var table = (await Invocation.RunAsync("verify", folder.Path)).AssertSucceeded();
        var json = (await Invocation.RunAsync("verify", folder.Path, "--format", "json")).AssertSucceeded();

        Assert.Contains(" Authors      a?[31m?2J, [red]b\n", table, StringComparison.Ordinal);
        Assert.DoesNotContain(table + json, letter => char.IsControl(letter) && letter != '\n');
    }

    [Fact]
    public async Task The_help_is_that_of_the_command() =>
        Assert.Contains("--checkpoint <HASH>", (await Invocation.RunAsync("verify --help")).AssertSucceeded(), StringComparison.Ordinal);

    private static void AssertOneLine(Invocation invocation, int exitCode, string said)
    {
        Assert.Equal((exitCode, ""), (invocation.ExitCode, invocation.Output));
        Assert.EndsWith(said, invocation.Error, StringComparison.Ordinal);
        Assert.Equal(1, invocation.Error.Count(letter => letter == '\n'));
    }
}
