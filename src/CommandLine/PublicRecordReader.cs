using MovieChain.Records;
using MovieChain.Reporting.Chains;
using MovieChain.Sealing;

namespace MovieChain.CommandLine;

/// <summary>Looks at the records of a chain as anybody can who has its file.</summary>
internal sealed class PublicRecordReader : IRecordReader
{
    private const int First = 0;
    private const int Second = 1;

    /// <inheritdoc/>
    public RecordView Read(ShownBlock block, int number) => (block.Height, number) switch
    {
        (0, First) => new("chain rules", string.Join(", ", block.Rules.Authors.Select(author => author.Name))),
        (0, Second) => new("options", block.OptionsText),
        (0, _) => Unknown,
        (_, First) => new("author", block.Author.Name),
        _ when Grant.ReaderOf(block.Block.Records[number]) is { } reader => new("grant", ReaderName(block, reader)),
        _ => ReadOrder(block.Block.Records[number]),
    };

    private static RecordView Unknown => new("unknown", Says: null);

    private static string ReaderName(ShownBlock block, int reader) =>
        reader < block.Rules.Authors.Length ? $"to {block.Rules.Authors[reader].Name}" : $"to provider {reader}, of whom there is none";

    private static RecordView ReadOrder(ReadOnlySpan<byte> record) =>
        SealedOrder.TryRead(record, out var order)
            ? new("sealed order", order.MemberNumber is { } member ? $"member {member}, week {order.Week.Number}" : $"anonymous, week {order.Week.Number}")
            : ReadClearOrder(record);

    private static RecordView ReadClearOrder(ReadOnlySpan<byte> record) =>
        IdentifiedOrder.TryRead(record, out var named)
            ? new("named order", $"member {named.MemberNumber}, week {named.Week.Number}, {named.LineCount} films offered")
            : AnonymousOrder.TryRead(record, out var anonymous)
                ? new("anonymous order", $"week {anonymous.Week.Number}, {anonymous.Count} films bought")
                : Unknown;
}
