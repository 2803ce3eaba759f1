using System.Buffers.Binary;

namespace MovieChain.Exchange.Records;

/// <summary>
/// The order of a consenting member: the member, the week and the shared lines of its slate. A view of the record's bytes: kind 1 ·
/// week 2 · member number 4 · number of lines 2 · each line film 2 · outcome 1. The outcome is the rating in hundredths, or 255 for
/// declined. Integers are big-endian.
/// </summary>
internal readonly ref struct IdentifiedOrder
{
    /// <summary>The first byte of such a record.</summary>
    public const byte Kind = 1;

    private const byte Declined = byte.MaxValue;
    private const int LinesStart = 9;
    private const int LineLength = 3;

    private readonly ReadOnlySpan<byte> _bytes;

    private IdentifiedOrder(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public Week Week => new(BinaryPrimitives.ReadUInt16BigEndian(_bytes[1..]));

    /// <summary>The member's number with the provider that wrote the block.</summary>
    public int MemberNumber => (int)BinaryPrimitives.ReadUInt32BigEndian(_bytes[3..]);

    public int LineCount => (_bytes.Length - LinesStart) / LineLength;

    /// <summary>A shared line, in slate order.</summary>
    public OrderLine this[int line]
    {
        get
        {
            var bytes = _bytes.Slice(LinesStart + (line * LineLength), LineLength);
            return new OrderLine(new FilmId(BinaryPrimitives.ReadUInt16BigEndian(bytes)), bytes[2] == Declined ? null : new Rating(bytes[2]));
        }
    }

    /// <summary>The length in bytes of a record with that many lines.</summary>
    public static int Length(int lines) => LinesStart + (lines * LineLength);

    /// <summary>Writes everything but the lines into a record of <see cref="Length"/> bytes.</summary>
    public static void WriteHead(Span<byte> destination, Week week, int memberNumber, int lines)
    {
        destination[0] = Kind;
        BinaryPrimitives.WriteUInt16BigEndian(destination[1..], checked((ushort)week.Number));
        BinaryPrimitives.WriteUInt32BigEndian(destination[3..], (uint)memberNumber);
        BinaryPrimitives.WriteUInt16BigEndian(destination[7..], checked((ushort)lines));
    }

    public static void WriteLine(Span<byte> destination, int line, FilmId film, Rating? rating)
    {
        var bytes = destination.Slice(LinesStart + (line * LineLength), LineLength);
        BinaryPrimitives.WriteUInt16BigEndian(bytes, film.Index);
        bytes[2] = rating?.Hundredths ?? Declined;
    }

    /// <summary>Reads a record; false unless the bytes are exactly one record of this kind. Does not check that the films exist and
    /// differ, which needs the catalogue.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out IdentifiedOrder order)
    {
        order = new IdentifiedOrder(bytes);
        if (bytes.Length < LinesStart
            || bytes[0] != Kind
            || BinaryPrimitives.ReadUInt32BigEndian(bytes[3..]) > int.MaxValue
            || bytes.Length != Length(BinaryPrimitives.ReadUInt16BigEndian(bytes[7..])))
        {
            return false;
        }

        for (var outcome = LinesStart + 2; outcome < bytes.Length; outcome += LineLength)
        {
            if (bytes[outcome] is > Rating.MaxHundredths and not Declined)
            {
                return false;
            }
        }

        return true;
    }
}
