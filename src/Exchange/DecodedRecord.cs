using MovieChain.Exchange.Records;
using MovieChain.Exchange.Sealing;

namespace MovieChain.Exchange;

/// <summary>The kinds of records in a block after genesis.</summary>
internal enum RecordKind
{
    /// <summary>None of the others, or malformed.</summary>
    Unknown,

    /// <summary>Record 0 of a block: the provider that wrote it.</summary>
    Author,

    /// <summary>A <see cref="Sealing.Grant"/>.</summary>
    Grant,

    /// <summary>A <see cref="SealedOrder"/>.</summary>
    Sealed,

    /// <summary>An <see cref="IdentifiedOrder"/> in the clear.</summary>
    Identified,

    /// <summary>An <see cref="AnonymousOrder"/> in the clear.</summary>
    Anonymous,
}

/// <summary>
/// A decoded record of a block after genesis. The import, the view of a provider and the public view all read records through it; only
/// the ciphers use the layouts directly. A view of the record's bytes, without allocation, because the import decodes every order.
/// </summary>
internal readonly ref struct DecodedRecord
{
    /// <summary>The kind. It decides which of the other properties are set.</summary>
    public RecordKind Kind { get; private init; }

    /// <summary>The week of an order, sealed or not.</summary>
    public Week Week { get; private init; }

    /// <summary>The member's number with the author of the block, for an order, sealed or not; null for an anonymous one.</summary>
    public int? MemberNumber { get; private init; }

    /// <summary>The number of lines of an order in the clear.</summary>
    public int LineCount { get; private init; }

    /// <summary>The number of the provider that a grant is for.</summary>
    public int Reader { get; private init; }

    private IdentifiedOrder Identified { get; init; }

    private AnonymousOrder Anonymous { get; init; }

    /// <summary>A line of an order in the clear. Lines of an anonymous order are purchases without rating.</summary>
    public OrderLine this[int line] => Kind == RecordKind.Identified ? Identified[line] : new OrderLine(Anonymous[line], Rating: null);

    /// <summary>Decodes a record.</summary>
    /// <param name="record">The bytes.</param>
    /// <param name="number">The record's number in its block.</param>
    public static DecodedRecord Of(ReadOnlySpan<byte> record, int number)
    {
        if (number == 0)
        {
            return new DecodedRecord { Kind = RecordKind.Author };
        }

        if (IdentifiedOrder.TryRead(record, out var identified))
        {
            return new DecodedRecord
            {
                Kind = RecordKind.Identified,
                Week = identified.Week,
                MemberNumber = identified.MemberNumber,
                LineCount = identified.LineCount,
                Identified = identified,
            };
        }

        if (AnonymousOrder.TryRead(record, out var anonymous))
        {
            return new DecodedRecord { Kind = RecordKind.Anonymous, Week = anonymous.Week, LineCount = anonymous.Count, Anonymous = anonymous };
        }

        if (SealedOrder.TryRead(record, out var closed))
        {
            return new DecodedRecord { Kind = RecordKind.Sealed, Week = closed.Week, MemberNumber = closed.MemberNumber };
        }

        return Grant.ReaderOf(record) is { } reader ? new DecodedRecord { Kind = RecordKind.Grant, Reader = reader } : default;
    }
}
