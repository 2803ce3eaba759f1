using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using MovieChain.Exchange.Records;
using MovieChain.Ledger;
using MovieChain.Reporting;
using MovieChain.Tests.Ledger;

namespace MovieChain.Tests.CommandLine;

public sealed partial class ShowTests : IDisposable
{
    private static readonly ImmutableArray<Block> _blocks = Samples.SmallChain().Blocks;

    private readonly ChainFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("show.txt")]
    [InlineData("show.json", "--format", "json")]
    [InlineData("show-genesis.txt", "--block", "0")]
    [InlineData("show-block.txt", "--block", "1")]
    [InlineData("show-block.json", "--block", "1", "--format", "json")]
    public async Task What_is_shown_of_a_chain_is_the_golden_text(string golden, params string[] options)
    {
        var path = _folder.Write(ChainOfOrders());

        var shown = (await Invocation.RunAsync(["show", path, .. options])).AssertSucceeded();

        Golden.AssertMatches(golden, WithoutSignatures(shown.Replace(path, "run.chain", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_table_has_a_row_for_each_block_and_ends_with_the_last_hash()
    {
        var table = await ShowAsync(_blocks);

        for (var height = 0; height < _blocks.Length; height++)
        {
            var row = table.Split('\n').Single(line => Regex.IsMatch(line, $"^ +{height} "));
            Assert.Contains($"  {_blocks[height].Hash.ToString()[..16]}", row, StringComparison.Ordinal);
            Assert.Contains(((string[])["Netflix", "Netflix", "Primé", "Hulu", "Netflix"])[height], row, StringComparison.Ordinal);
        }

        Assert.EndsWith($" Chain        5 blocks, verified from genesis\n Last hash    {_blocks[^1].Hash}\n", table, StringComparison.Ordinal);
        Assert.All(table.Split('\n'), line => Assert.True(line.Length <= 100, line));
        Assert.All(table.Split('\n'), line => Assert.Equal(line.TrimEnd(), line));
    }

    [Fact]
    public async Task The_JSON_has_every_byte_of_every_header_and_signature()
    {
        var blocks = JsonElement.Parse(await ShowAsync(_blocks, "--format", "json")).GetProperty("blocks").EnumerateArray().ToList();

        Assert.Equal(_blocks.Length, blocks.Count);
        Assert.All(_blocks.Zip(blocks), pair =>
        {
            var (block, shown) = pair;
            Assert.Equal(Convert.ToHexStringLower(block.Header.Bytes), shown.GetProperty("header").GetString());
            Assert.Equal(Convert.ToHexStringLower(block.Signature.Bytes), shown.GetProperty("signature").GetString());
            Assert.Equal(block.Hash.ToString(), shown.GetProperty("hash").GetString());
            Assert.Equal(block.Header.Previous.ToString(), shown.GetProperty("previous").GetString());
            Assert.Equal(block.Header.MerkleRoot.ToString(), shown.GetProperty("merkleRoot").GetString());
            Assert.Equal(block.Header.Nonce, shown.GetProperty("nonce").GetUInt64());
            Assert.Equal(block.Header.Time, shown.GetProperty("time").GetInt64());
            Assert.Equal(block.Header.Height, shown.GetProperty("height").GetInt64());
            Assert.Equal(block.Records.Count, shown.GetProperty("recordCount").GetInt32());
            Assert.Equal(block.Records.ToArrays().Sum(record => record.Length), shown.GetProperty("recordBytes").GetInt32());
        });
    }

    [Fact]
    public async Task The_JSON_of_a_block_has_every_byte_of_its_records()
    {
        foreach (var block in _blocks)
        {
            var shown = JsonElement.Parse(await ShowAsync(_blocks, "--block", $"{block.Header.Height}", "--format", "json"));

            Assert.Equal(
                block.Records.ToArrays().Select(Convert.ToHexStringLower),
                shown.GetProperty("records").EnumerateArray().Select(record => record.GetProperty("bytes").GetString()));
            Assert.Equal(
                Enumerable.Range(0, block.Records.Count),
                shown.GetProperty("records").EnumerateArray().Select(record => record.GetProperty("number").GetInt32()));
        }
    }

    [Theory]
    [InlineData("--block", "5", "--block 5: the block must be a whole number from 0 to 4")]
    [InlineData("--block", "9223372036854775807", "from 0 to 4")]
    [InlineData("--block", "abc", "--block abc: must be a whole number from 0")]
    [InlineData("--block", "1.0", "--block 1.0: must be a whole number from 0")]
    [InlineData("--block", "9223372036854775808", "must be a whole number from 0")]
    [InlineData("--proof", "5:0", "--proof 5:0: the block must be a whole number from 0 to 4")]
    [InlineData("--proof", "2:2", "--proof 2:2: the record must be a whole number from 0 to 1")]
    [InlineData("--proof", "2:4294967296", "--proof 2:4294967296: the record must be a whole number from 0 to 1")]
    [InlineData("--proof", "2", "--proof 2: must be BLOCK:RECORD")]
    [InlineData("--proof", "2:", "--proof 2:: must be BLOCK:RECORD")]
    [InlineData("--proof", "2:1:0", "--proof 2:1:0: must be BLOCK:RECORD")]
    [InlineData("--proof", "+2:1", "--proof +2:1: must be BLOCK:RECORD")]
    [InlineData("--format", "csv", "--format csv: must be one of table, json")]
    public async Task A_place_that_there_is_not_is_refused_with_what_is_allowed(string option, string value, string said) =>
        (await Invocation.RunAsync("show", _folder.Write(_blocks), option, value)).AssertRefused(said);

    [Theory]
    [InlineData("--block -1", "--block -1: must be a whole number from 0")]
    [InlineData("--block 1 --proof 1:0", "--block and --proof")]
    [InlineData("--format table --proof 1:0", "--format table: must be json")]
    public async Task Options_that_do_not_fit_together_are_refused(string options, string said) =>
        (await Invocation.RunAsync(["show", _folder.Write(_blocks), .. options.Split(' ')])).AssertRefused(said);

    [Theory]
    [InlineData("show")]
    [InlineData("show one.chain two.chain")]
    public async Task It_takes_one_file(string commandLine) => (await Invocation.RunAsync(commandLine)).AssertRefused();

    [Theory]
    [InlineData]
    [InlineData("--format", "json")]
    [InlineData("--block", "0")]
    [InlineData("--proof", "0:0")]
    public async Task A_file_that_is_not_there_is_one_line_and_code_3(params string[] options)
    {
        var shown = await Invocation.RunAsync(["show", _folder.PathOf("none.chain"), .. options]);

        shown.AssertFailed(3, "none.chain: there is no such file");
        Assert.Equal("", shown.Output);
    }

    [Fact]
    public async Task What_comes_before_a_fault_is_shown_then_the_line_of_verify_and_code_4()
    {
        var path = _folder.Write(_blocks.SetItem(3, Samples.Seal(_blocks[3].Records, Samples.Hash(1), height: 3, time: 120)));
        var verified = await Invocation.RunAsync("verify", path);
        Assert.Contains("block 3", verified.Error, StringComparison.Ordinal);

        var table = await Invocation.RunAsync("show", path);
        table.AssertFailed(4, verified.Error);
        Assert.Contains("\n       2     0  Primé", table.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\n       3 ", table.Output, StringComparison.Ordinal);
        Assert.Contains(" Chain        3 blocks, NOT VALID after that\n", table.Output, StringComparison.Ordinal);

        var json = await Invocation.RunAsync("show", path, "--format", "json");
        json.AssertFailed(4, verified.Error);
        var document = JsonElement.Parse(json.Output);
        Assert.Equal([0, 1, 2], document.GetProperty("blocks").EnumerateArray().Select(block => block.GetProperty("height").GetInt32()));
        Assert.False(document.GetProperty("verified").GetBoolean());
        Assert.Equal(3, document.GetProperty("fault").GetProperty("height").GetInt32());
        Assert.Equal("link", document.GetProperty("fault").GetProperty("kind").GetString());
    }

    [Fact]
    public async Task A_block_is_shown_if_it_comes_before_the_fault_alone()
    {
        var path = _folder.Write(_blocks);
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^1]);

        var before = await Invocation.RunAsync("show", path, "--block", "3");
        before.AssertFailed(4, "block 4");
        Assert.StartsWith(" Block        3\n", before.Output, StringComparison.Ordinal);
        foreach (var height in (string[])["4", "5"])
        {
            var after = await Invocation.RunAsync("show", path, "--block", height);
            after.AssertFailed(4, "block 4");
            Assert.Equal("", after.Output);
        }
    }

    [Fact]
    public async Task A_file_that_is_no_chain_is_still_one_JSON_document()
    {
        var path = _folder.PathOf("text.chain");
        File.WriteAllText(path, "hello");

        var shown = await Invocation.RunAsync("show", path, "--format", "json");

        shown.AssertFailed(4);
        var document = JsonElement.Parse(shown.Output);
        Assert.Equal(0, document.GetProperty("blocks").GetArrayLength());
        Assert.Equal("preamble", document.GetProperty("fault").GetProperty("kind").GetString());
    }

    [Fact]
    public async Task A_name_from_a_file_cannot_steer_the_terminal()
    {
        string[] names = ["Net\e]0;owned\a\e[2Jflix", "Hu\u202Elu\u200B\u2028\u0085", "Pri\r\n\u009Bme\u007F\U000E0041"];
        var chain = Chain.Begin(Samples.RulesFor(1, names), "\0\u0003\e[m\0\u0003\u0007\r\n"u8, Samples.Keys[0], Samples.Miner());
        for (var author = 0; author < names.Length; author++)
        {
            chain = Samples.Mine(chain, author, time: 1);
        }

        string[][] views =
            [[], ["--format", "json"], ["--block", "0"], ["--block", "2"], ["--block", "2", "--format", "json"], ["--proof", "2:0"], ["--block", "3"]];
        foreach (var options in views)
        {
            var shown = await ShowAsync(chain.Blocks, options);

            Assert.All(shown.EnumerateRunes(), rune => Assert.True(rune.Value == '\n' || Printable.IsSeen(rune), $"U+{rune.Value:X4} in {string.Join(' ', options)}"));
        }

        Assert.Contains("  Net?]0;owned??", await ShowAsync(chain.Blocks), StringComparison.Ordinal);
        Assert.Contains(" Author       Hu?lu???\n", await ShowAsync(chain.Blocks, "--block", "2"), StringComparison.Ordinal);
        var json = JsonElement.Parse(await ShowAsync(chain.Blocks, "--format", "json"));
        Assert.Equal(names, json.GetProperty("authors").EnumerateArray().Select(author => author.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Names_are_whole_as_far_as_a_provider_may_have_them_and_leave_the_columns_where_they_are()
    {
        string[] names = ["ASCII", "東京のレンタルビデオ店 North", new string('x', 300)];
        var chain = Chain.Begin(Samples.RulesFor(1, names), [], Samples.Keys[0], Samples.Miner());
        chain = Samples.Mine(Samples.Mine(chain, author: 1, time: 1), author: 2, time: 1);

        var rows = (await ShowAsync(chain.Blocks)).Split('\n').Where(line => Regex.IsMatch(line, "^ {7}[012] {5}[01]  ")).ToList();

        Assert.Equal(3, rows.Count);
        Assert.Contains("  東京のレンタルビデオ店 North  ", rows[1], StringComparison.Ordinal);
        Assert.Contains($"  {new string('x', 63)}…  ", rows[2], StringComparison.Ordinal);
        Assert.All(rows, row => Assert.Equal(rows[0].TrimEnd().Length, Printable.Columns(row)));
    }

    [Fact]
    public async Task Help_is_of_the_command_alone()
    {
        var help = (await Invocation.RunAsync("show", "--help")).AssertSucceeded();

        Assert.All(["--block <N>", "--proof <BLOCK:RECORD>", "--format <table|json>", "<FILE>"], option => Assert.Contains(option, help, StringComparison.Ordinal));
        Assert.DoesNotContain("--weeks", help, StringComparison.Ordinal);
    }

    private async Task<string> ShowAsync(ImmutableArray<Block> blocks, params string[] options) =>
        (await Invocation.RunAsync(["show", _folder.Write(blocks), .. options])).AssertSucceeded();

    /// <summary>A chain with a record of each kind.</summary>
    private static ImmutableArray<Block> ChainOfOrders()
    {
        var named = new byte[IdentifiedOrder.Length(2)];
        IdentifiedOrder.WriteHead(named, new Week(1), memberNumber: 17, lines: 2);
        IdentifiedOrder.WriteLine(named, 0, FilmId.At(3), new Rating(50));
        IdentifiedOrder.WriteLine(named, 1, FilmId.At(4), null);
        var anonymous = AnonymousOrder.Write(new Week(1), [FilmId.At(2), FilmId.At(5), FilmId.At(7)]);
        var chain = Chain.Begin(Samples.Rules, "\0\u0004seed\0\u00017\0\u0005films\0\u0003100"u8, Samples.Keys[0], Samples.Miner());
        chain = Samples.Mine(chain, author: 1, Week.Seconds, named, anonymous, [9, 8, 7], []);
        return Samples.Mine(chain, author: 2, 2 * Week.Seconds, new byte[2000]).Blocks;
    }

    /// <summary>ECDSA signatures differ from time to time.</summary>
    private static string WithoutSignatures(string shown) =>
        TableSignature().Replace(JsonSignature().Replace(shown, "\"signature\": \"...\""), " Signature    ...\n");

    [GeneratedRegex("\"signature\": \"[0-9a-f]{128}\"")]
    private static partial Regex JsonSignature();

    [GeneratedRegex(" Signature    [0-9a-f]+\n +[0-9a-f]+\n")]
    private static partial Regex TableSignature();
}
