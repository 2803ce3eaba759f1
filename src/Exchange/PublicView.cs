using MovieChain.Exchange.Sealing;
using MovieChain.Ledger;

namespace MovieChain.Exchange;

/// <summary>A record in words.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Says">Its content; null if the content is hidden.</param>
internal readonly record struct RecordView(string Kind, string? Says);

/// <summary>The records as anybody with the chain's file can read them, without a key.</summary>
internal static class PublicView
{
    /// <summary>A record of unknown kind.</summary>
    public static RecordView Unknown => new("unknown", Says: null);

    /// <summary>Describes a record of a valid block after genesis.</summary>
    public static RecordView Of(Block block, int number, ChainRules rules)
    {
        var record = DecodedRecord.Of(block.Records[number], number);
        var week = $"week {record.Week.Number}";
        return record.Kind switch
        {
            RecordKind.Author => new("author", rules.Authors[LedgerAuthor.Of(block, rules).Index].Name),
            RecordKind.Grant => new("grant", ReaderName(record.Reader, rules)),
            RecordKind.Sealed => new("sealed order", record.MemberNumber is { } member ? $"member {member}, {week}" : $"anonymous, {week}"),
            RecordKind.Identified => new("named order", $"member {record.MemberNumber}, {week}, {record.LineCount} films offered"),
            RecordKind.Anonymous => new("anonymous order", $"{week}, {record.LineCount} films bought"),
            _ => Unknown,
        };
    }

    private static string ReaderName(int reader, ChainRules rules) =>
        reader < rules.Authors.Length ? $"to {rules.Authors[reader].Name}" : $"to provider {reader}, which is not on this chain";
}
