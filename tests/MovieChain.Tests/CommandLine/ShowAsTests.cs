using System.Text.Json;
using MovieChain.Exchange.Sealing;
using MovieChain.Ledger;
using MovieChain.Tests.Ledger;

namespace MovieChain.Tests.CommandLine;

/// <summary>What one provider can read of a chain's file.</summary>
public sealed class ShowAsTests : IDisposable
{
    private const string Run = "--weeks 3 --customers 10 --difficulty 0 --no-progress";
    private const int Providers = 3;

    private readonly ChainFolder _folder = new();

    private string Keys => _folder.PathOf("keys");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Netflix", true, false, false)]
    [InlineData("Hulu", true, true, false)]
    [InlineData("Prime", true, true, true)]
    [InlineData("pRIME", true, true, true)]
    public async Task A_provider_reads_all_orders_that_it_was_granted_and_none_of_the_others(string reader, params bool[] granted)
    {
        await RunAsync();

        var owners = (await ShowAsync(reader)).GetProperty("owners").EnumerateArray().ToList();

        Assert.Equal(["Netflix", "Hulu", "Prime"], owners.Select(owner => owner.GetProperty("name").GetString()));
        Assert.All(owners.Zip(granted), pair =>
        {
            var (read, notGranted) = (Count(pair.First, "read"), Count(pair.First, "notGranted"));
            Assert.InRange(pair.Second ? read : notGranted, 3 * 7, 3 * 10);
            Assert.Equal(0, pair.Second ? notGranted : read);
            Assert.Equal(0, Count(pair.First, "withdrawn"));
        });
    }

    [Fact]
    public async Task Its_own_files_alone_let_a_provider_read_what_the_seed_lets_it_read()
    {
        await RunAsync("--keys", Keys);
        foreach (var file in Directory.GetFiles(Keys).Where(file => !Path.GetFileName(file).StartsWith("Hulu.", StringComparison.Ordinal)))
        {
            File.Delete(file);
        }

        Assert.Equal((await ShowAsync("Hulu")).GetRawText(), (await ShowAsync("Hulu", "--keys", Keys)).GetRawText());
        (await Invocation.RunAsync("show", _folder.Path, "--as", "Prime", "--keys", Keys)).AssertFailed(3, Keys, "there is no file Prime.agreement.pem");
    }

    [Fact]
    public async Task Under_anothers_name_ones_own_files_open_nothing()
    {
        await RunAsync("--keys", Keys);
        foreach (var file in Directory.GetFiles(Keys, "Netflix.*"))
        {
            File.Copy(file, file.Replace("Netflix.", "Prime.", StringComparison.Ordinal), overwrite: true);
        }

        (await Invocation.RunAsync("show", _folder.Path, "--as", "Prime", "--keys", Keys)).AssertRefused("is not the agreement key of Prime on this chain");
    }

    [Fact]
    public async Task After_half_of_the_members_have_withdrawn_nobody_reads_their_orders_and_the_chain_is_valid()
    {
        await RunAsync("--revoke", "0.5@3", "--consent", "1", "--keys", Keys);

        (await Invocation.RunAsync("verify", _folder.Path)).AssertSucceeded();
        foreach (var report in new[] { await ShowAsync("Prime"), await ShowAsync("Prime", "--keys", Keys) })
        {
            // Of each provider's ten members five have left two orders by name, which nobody can read.
            Assert.All(report.GetProperty("owners").EnumerateArray(), owner => Assert.Equal(5 * 2, Count(owner, "withdrawn")));
            Assert.Equal(
                Providers * 5 * 3,
                report.GetProperty("orders").EnumerateArray().Count(order => order.GetProperty("member").ValueKind == JsonValueKind.Number));
        }
    }

    [Fact]
    public async Task An_order_shows_the_whole_slate_of_a_member_with_a_name_and_only_purchases_of_one_without()
    {
        await RunAsync();

        var orders = (await ShowAsync("Prime")).GetProperty("orders").EnumerateArray().ToList();

        var named = orders.Where(order => order.GetProperty("member").ValueKind == JsonValueKind.Number).ToList();
        Assert.NotEmpty(named);
        Assert.NotEqual(named.Count, orders.Count);
        Assert.All(named, order => Assert.Equal(10, order.GetProperty("lines").GetArrayLength()));
        Assert.All(named.SelectMany(Lines), line => Assert.Equal(line.GetProperty("bought").GetBoolean(), line.GetProperty("rating").ValueKind == JsonValueKind.Number));
        Assert.All(orders.Except(named).SelectMany(Lines), line => Assert.True(line.GetProperty("bought").GetBoolean()));

        static IEnumerable<JsonElement> Lines(JsonElement order) => order.GetProperty("lines").EnumerateArray();
    }

    [Fact]
    public async Task One_block_can_be_read_by_itself()
    {
        await RunAsync();

        var report = await ShowAsync("Prime", "--block", "5");

        Assert.All(report.GetProperty("orders").EnumerateArray(), order => Assert.Equal((5, "Hulu", 2), (
            Count(order, "block"), order.GetProperty("owner").GetString(), Count(order, "week"))));
        Assert.Equal(["Hulu"], report.GetProperty("owners").EnumerateArray().Where(owner => Count(owner, "read") > 0).Select(owner => owner.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task The_table_has_a_row_for_each_order_and_the_same_counts()
    {
        await RunAsync();
        var report = await ShowAsync("Hulu");

        var table = (await Invocation.RunAsync("show", _folder.Path, "--as", "Hulu")).AssertSucceeded();

        var lines = table.Split('\n');
        Assert.Contains(" What Hulu can read:", lines);
        Assert.Equal(report.GetProperty("orders").GetArrayLength(), lines.Count(line => line.Length > 6 && char.IsAsciiDigit(line[7])));
        Assert.All(report.GetProperty("owners").EnumerateArray(), owner => Assert.Contains(
            lines, line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries).SequenceEqual(
                [owner.GetProperty("name").GetString()!, $"{Count(owner, "read")}", $"{Count(owner, "notGranted")}", $"{Count(owner, "withdrawn")}"])));
    }

    [Fact]
    public async Task Records_in_the_clear_are_read_by_who_was_granted_them()
    {
        await RunAsync();
        var orders = (await ShowAsync("Hulu")).GetProperty("orders").EnumerateArray().Select(WithoutPlace).ToList();
        File.Delete(_folder.Path);

        await RunAsync("--no-seal");

        Assert.Equal(orders, (await ShowAsync("Hulu")).GetProperty("orders").EnumerateArray().Select(WithoutPlace));

        // Grants stand before the first sealed orders, so that their numbers differ.
        static string WithoutPlace(JsonElement order) =>
            $"{order.GetProperty("owner")} {order.GetProperty("week")} {order.GetProperty("member")} {order.GetProperty("lines").GetRawText()}";
    }

    [Theory]
    [InlineData(2, "--as Disney: there is no provider 'Disney'; there are Netflix, Hulu, Prime", "--as", "Disney")]
    [InlineData(2, "--block 10: the block must be a whole number from 0 to 9", "--as", "Hulu", "--block", "10")]
    [InlineData(2, "only one of them", "--as", "Hulu", "--proof", "1:1")]
    [InlineData(2, "--keys somewhere: needs --as", "--keys", "somewhere")]
    [InlineData(3, "there is no such folder", "--as", "Hulu", "--keys", "/nowhere/at/all")]
    public async Task What_cannot_be_shown_is_refused_in_one_line(int exitCode, string said, params string[] options)
    {
        await RunAsync();
        (await Invocation.RunAsync(["show", _folder.Path, .. options])).AssertFailed(exitCode, said);
    }

    [Theory]
    [InlineData("table")]
    [InlineData("json")]
    public async Task Where_the_last_record_is_no_order_none_is_shown(string format)
    {
        // Long enough that a document would be written in several pieces.
        await RunAsync("--no-seal", "--slate", "100");
        var blocks = new List<Block>();
        using (var reader = new ChainFileReader(_folder.Path))
        {
            while (reader.Read() is { } filed)
            {
                blocks.Add(filed.Block);
            }
        }

        var key = new SimulatedSecrets(1).SigningKey(ProviderId.At(0));
        var records = Samples.Records(ChainRules.AuthorRecord(0), [9, 9, 9]);
        var last = blocks[^1];
        var header = new BlockHeader(new Difficulty(0), last.Header.Height + 1, last.Header.Time, last.Hash, MerkleTree.Root(records), nonce: 0);
        _folder.Write([.. blocks, new Miner(new Workers(1)).Make(header, records, key)]);

        (await Invocation.RunAsync("verify", _folder.Path)).AssertSucceeded();
        var shown = await Invocation.RunAsync("show", _folder.Path, "--as", "Netflix", "--format", format);

        shown.AssertFailed(4, "record 1 of block 10 is not an order");
        Assert.Equal("", shown.Output);
    }

    [Fact]
    public async Task Nothing_is_read_of_a_chain_with_a_fault()
    {
        await RunAsync();
        var bytes = File.ReadAllBytes(_folder.Path);
        bytes[^1] ^= 1;
        _folder.Write(bytes);

        var shown = await Invocation.RunAsync("show", _folder.Path, "--as", "Prime");

        shown.AssertFailed(4, "block 9");
        Assert.Equal("", shown.Output);
    }

    private async Task RunAsync(params string[] options) =>
        (await Invocation.RunAsync([.. Run.Split(' '), "--chain", _folder.Path, .. options])).AssertSucceeded();

    private async Task<JsonElement> ShowAsync(string reader, params string[] options) =>
        JsonElement.Parse((await Invocation.RunAsync(["show", _folder.Path, "--as", reader, "--format", "json", .. options])).AssertSucceeded());

    private static int Count(JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
