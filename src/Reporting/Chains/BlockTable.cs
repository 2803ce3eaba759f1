
namespace MovieChain.Reporting.Chains;

/// <summary>One block of a chain and its records, for people.</summary>
/// <param name="output">Where the block goes.</param>
/// <param name="width">How many columns the output has.</param>
/// <param name="height">Which block is shown.</param>
internal sealed class BlockTable(TextWriter output, int width, long height) : IChainView
{
    private const int BeginWidth = 18;

    /// <inheritdoc/>
    public void Add(ShownBlock block)
    {
        if (block.Height == height)
        {
            WriteHeading(block);
            WriteRecords(block);
        }
    }

    private void WriteHeading(ShownBlock block)
    {
        var header = block.Block.Header;
        var heading = new Heading(output, width);
        heading.Write("Block", Printable.Number(block.Height));
        heading.Write("Hash", $"{block.Block.Hash}");
        heading.Write("Previous", $"{header.Previous}");
        heading.Write("Merkle root", $"{header.MerkleRoot}");
        heading.Write("Time", $"{Printable.Number(header.Time)} s, week {Printable.Number(block.Week)}");
        heading.Write("Difficulty", Printable.Number(header.DifficultyBits));
        heading.Write("Nonce", Printable.Number(header.Nonce));
        heading.Write("Author", block.Author.Name);
        heading.Write("Signing key", Convert.ToHexStringLower(block.Author.SigningKey.Bytes));
        heading.Write("Signature", Convert.ToHexStringLower(block.Block.Signature.Bytes));
        heading.Write("Records", $"{Printable.Number(block.Block.Records.Count)} of {Printable.Number(block.RecordBytes)} bytes");
    }

    private void WriteRecords(ShownBlock block)
    {
        var table = new ColumnTable(
            output,
            width,
            [
                new("Record", 9, IsNumber: true),
                new("Kind", 16),
                new("Bytes", 7, IsNumber: true),
                new("Begins with", BeginWidth),
                new("Says", 12, Most: int.MaxValue),
            ]);
        table.WriteHead();
        var records = block.Block.Records;
        for (var number = 0; number < records.Count; number++)
        {
            var view = block.View(number);
            var begin = records[number][..Math.Min(records[number].Length, BeginWidth)];
            table.WriteRow(
                Printable.Number(number), view.Kind, Printable.Number(records[number].Length), Convert.ToHexStringLower(begin), Printable.Of(view.Says ?? ""));
        }
    }
}
