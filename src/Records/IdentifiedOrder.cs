using System.Buffers.Binary;

namespace MovieChain.Records;

/// <summary>
/// What a consenting member's week looks like on the chain: who, when, and the shared lines of its slate. A view of the
/// record's bytes: kind 1 · week 2 · member number 4 · number of lines 2 · a line each of film 2 and outcome 1, where the outcome is
/// the rating in hundredths or 255 for declined. Integers are big-endian.
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

    /// <summary>When the slate was offered.</summary>
    public Week Week => new(BinaryPrimitives.ReadUInt16BigEndian(_bytes[1..]));

    /// <summary>The member's number with the provider that wrote the block.</summary>
    public int MemberNumber => (int)BinaryPrimitives.ReadUInt32BigEndian(_bytes[3..]);

    /// <summary>How many lines the member shares.</summary>
    public int LineCount => (_bytes.Length - LinesStart) / LineLength;

    /// <summary>A shared line, in slate order: the film, and the rating where the member bought it.</summary>
    public (FilmId Film, Rating? Rating) this[int line]
    {
        get
        {
            var bytes = _bytes.Slice(LinesStart + (line * LineLength), LineLength);
            return (new FilmId(BinaryPrimitives.ReadUInt16BigEndian(bytes)), bytes[2] == Declined ? null : new Rating(bytes[2]));
        }
    }

    /// <summary>How many bytes a record of that many lines takes.</summary>
    public static int Length(int lines) => LinesStart + (lines * LineLength);

    /// <summary>Writes everything but the lines.</summary>
    /// <param name="destination">The record, of <see cref="Length"/> bytes.</param>
    /// <param name="week">When the slate was offered.</param>
    /// <param name="memberNumber">The member's number.</param>
    /// <param name="lines">How many lines follow.</param>
    public static void WriteHead(Span<byte> destination, Week week, int memberNumber, int lines)
    {
        destination[0] = Kind;
        BinaryPrimitives.WriteUInt16BigEndian(destination[1..], checked((ushort)week.Number));
        BinaryPrimitives.WriteUInt32BigEndian(destination[3..], (uint)memberNumber);
        BinaryPrimitives.WriteUInt16BigEndian(destination[7..], checked((ushort)lines));
    }

    /// <summary>Writes one line.</summary>
    public static void WriteLine(Span<byte> destination, int line, FilmId film, Rating? rating)
    {
        var bytes = destination.Slice(LinesStart + (line * LineLength), LineLength);
        BinaryPrimitives.WriteUInt16BigEndian(bytes, film.Index);
        bytes[2] = rating?.Hundredths ?? Declined;
    }

    /// <summary>Reads a record; false when the bytes are not exactly one record of this kind. Whether its films exist and differ is for
    /// those to judge who know the catalogue.</summary>
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
