using System.Text;
using System.Text.Json;
using MovieChain.Ledger;
using MovieChain.Reporting;
using MovieChain.Reporting.Chains;
using MovieChain.Tests.Ledger;

namespace MovieChain.Tests.Reporting;

/// <summary>A chain may be longer than memory: what is shown of it is passed on in small pieces.</summary>
public sealed class StreamingTests
{
    private const int Many = 20_000;
    private const int LargestPiece = 1 << 17;

    private static readonly Chain _chain = Samples.SmallChain();

    [Fact]
    public void A_long_chain_is_passed_on_as_JSON_in_small_pieces()
    {
        using var output = new PieceWriter();
        using (var stream = new JsonStream(output))
        {
            ShowMany(new ChainJson(stream, "run.chain"));
            stream.End();
        }

        Assert.Equal(Many, JsonElement.Parse(output.Text).GetProperty("blocks").GetArrayLength());
        AssertPieces(output);
    }

    [Fact]
    public void A_long_chain_is_passed_on_as_a_table_row_by_row()
    {
        using var output = new PieceWriter();

        ShowMany(new ChainTable(output, "run.chain", width: 100));

        Assert.Equal(Many, output.Text.Split('\n').Count(line => line.Contains("  Netflix  ", StringComparison.Ordinal)));
        AssertPieces(output);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_block_of_many_records_is_passed_on_in_small_pieces(bool isJson)
    {
        using var output = new PieceWriter();
        var records = Samples.Records([ChainRules.AuthorRecord(0), .. Enumerable.Range(0, Many).Select(_ => new byte[50])]);
        var block = Samples.Seal(records, default, height: 1);
        IChainView view = isJson ? new BlockJson(output, height: 1) : new BlockTable(output, width: 100, height: 1);

        view.Add(new ShownBlock(block, 0, _chain.Rules));
        view.End(2, null);

        Assert.True(output.Text.Length > Many * 50);
        Assert.Equal(Many, isJson ? JsonElement.Parse(output.Text).GetProperty("records").GetArrayLength() - 1 : output.Text.Split('\n').Count(line => line.Contains("  unknown  ", StringComparison.Ordinal)));
        AssertPieces(output);
    }

    [Fact]
    public void A_record_of_any_length_is_whole_in_JSON_and_shortened_in_a_table()
    {
        var block = Samples.Seal(Samples.Records(ChainRules.AuthorRecord(0), [.. Enumerable.Repeat((byte)0xAB, 65_535)]), default, height: 1);
        using var json = new PieceWriter();
        using var table = new PieceWriter();

        new BlockJson(json, height: 1).Add(new ShownBlock(block, 0, _chain.Rules));
        new BlockTable(table, width: 100, height: 1).Add(new ShownBlock(block, 0, _chain.Rules));

        Assert.Equal(2 * 65_535, JsonElement.Parse(json.Text).GetProperty("records")[1].GetProperty("bytes").GetString()!.Length);
        Assert.All(table.Text.Split('\n'), line => Assert.True(line.Length <= 100, line));
        Assert.Contains("   65,535  abababababababab", table.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(60, 42)]
    [InlineData(80, 11)]
    [InlineData(100, 31)]
    [InlineData(132, 63)]
    [InlineData(133, 64)]
    [InlineData(300, 64)]
    public void A_hash_is_whole_where_it_fits(int width, int columns)
    {
        using var output = new PieceWriter();

        ShowMany(new ChainTable(output, "run.chain", width), count: 1);

        var hash = _chain.Head.Hash.ToString();
        var shown = columns == 64 ? hash : $"{hash[..(columns - 1)]}…";
        Assert.Contains($"  {shown}\n", output.Text, StringComparison.Ordinal);
    }

    /// <summary>Shows genesis and then one block again and again.</summary>
    private static void ShowMany(IChainView view, int count = Many - 1)
    {
        view.Add(new ShownBlock(_chain.Blocks[0], 0, _chain.Rules));
        for (var i = 0; i < count; i++)
        {
            view.Add(new ShownBlock(_chain.Head, 0, _chain.Rules));
        }

        view.End(count + 1, null);
    }

    private static void AssertPieces(PieceWriter output)
    {
        Assert.True(output.Text.Length > 4 * LargestPiece, $"{output.Text.Length}");
        Assert.True(output.Largest <= LargestPiece, $"{output.Largest}");
    }

    /// <summary>Notes how long the largest piece is that comes at once.</summary>
    private sealed class PieceWriter : TextWriter
    {
        private readonly StringBuilder _text = new();

        public PieceWriter() => CoreNewLine = ['\n'];

        public int Largest { get; private set; }

        public string Text => _text.ToString();

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => Write([value]);

        public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

        public override void Write(string? value) => Write(value.AsSpan());

        public override void Write(ReadOnlySpan<char> buffer)
        {
            Largest = Math.Max(Largest, buffer.Length);
            _text.Append(buffer);
        }
    }
}
