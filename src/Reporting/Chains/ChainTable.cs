using MovieChain.Ledger;

namespace MovieChain.Reporting.Chains;

/// <summary>A chain as a table of its blocks, for people.</summary>
internal sealed class ChainTable : IChainView
{
    private const int FewestDigits = 8;
    private const int LeastAuthorWidth = 14;

    private readonly TextWriter _output;
    private readonly string _file;
    private readonly int _width;
    private ColumnTable? _table;
    private Hash256 _last;

    /// <summary>A table for an output.</summary>
    /// <param name="output">Where the table goes.</param>
    /// <param name="file">The name of the chain's file.</param>
    /// <param name="width">How many columns the output has.</param>
    public ChainTable(TextWriter output, string file, int width)
    {
        _output = output;
        _file = file;
        _width = width;
    }

    /// <inheritdoc/>
    public void Add(ShownBlock block)
    {
        if (block.Height == 0)
        {
            WriteHeading(block);
            _table = TableFor(block.Rules.Authors.Select(author => author.Name));
            _table.WriteHead();
        }

        _last = block.Block.Hash;
        _table!.WriteRow(
            Printable.Number(block.Height),
            Printable.Number(block.Week),
            Printable.Of(block.Author.Name),
            Printable.Number(block.Block.Records.Count),
            Printable.Number(block.RecordBytes),
            Printable.Number(block.Block.Header.Nonce),
            $"{block.Block.Hash}");
    }

    /// <inheritdoc/>
    public void End(long blocks, ChainFault? fault)
    {
        if (blocks > 0)
        {
            _output.WriteLine();
            var heading = new Heading(_output, _width);
            heading.Write("Chain", $"{Printable.Number(blocks)} {(blocks == 1 ? "block" : "blocks")}, {(fault is null ? "verified from genesis" : "NOT VALID after that")}");
            heading.Write("Last hash", $"{_last}");
        }
    }

    private ColumnTable TableFor(IEnumerable<string> authors) => new(
        _output,
        _width,
        [
            new("Height", 7, IsNumber: true),
            new("Week", 4, IsNumber: true),
            new("Author", ColumnTable.WidthOf(authors, LeastAuthorWidth, _width)),
            new("Records", 9, IsNumber: true),
            new("Bytes", 11, IsNumber: true),
            new("Nonce", 11, IsNumber: true),
            new("Hash", FewestDigits, Most: 2 * Hash256.Length),
        ]);

    private void WriteHeading(ShownBlock genesis)
    {
        var heading = new Heading(_output, _width);
        heading.Write("File", _file);
        heading.Write("Difficulty", Printable.Number(genesis.Rules.Difficulty.Bits));
        heading.Write("Authors", string.Join(", ", genesis.Rules.Authors.Select(author => author.Name)));
        heading.Write("Options", genesis.OptionsText);
    }
}
