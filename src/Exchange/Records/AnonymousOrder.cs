using System.Buffers.Binary;

namespace MovieChain.Exchange.Records;

/// <summary>
/// The order of a member without consent: the films that it bought in a week, in catalogue order. A view of the record's bytes:
/// kind 1 · week 2 · number of films 2 · each film 2. Integers are big-endian.
/// </summary>
internal readonly ref struct AnonymousOrder
{
    /// <summary>The first byte of such a record.</summary>
    public const byte Kind = 2;

    private const int FilmsStart = 5;
    private const int FilmLength = 2;

    private readonly ReadOnlySpan<byte> _bytes;

    private AnonymousOrder(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public Week Week => new(BinaryPrimitives.ReadUInt16BigEndian(_bytes[1..]));

    /// <summary>The number of films.</summary>
    public int Count => (_bytes.Length - FilmsStart) / FilmLength;

    public FilmId this[int index] => FilmAt(_bytes, index);

    /// <summary>The bytes of a record.</summary>
    /// <param name="week">The week.</param>
    /// <param name="films">The films, each once, in catalogue order.</param>
    public static byte[] Write(Week week, ReadOnlySpan<FilmId> films)
    {
        var bytes = new byte[FilmsStart + (films.Length * FilmLength)];
        bytes[0] = Kind;
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(1), checked((ushort)week.Number));
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(3), checked((ushort)films.Length));
        for (var i = 0; i < films.Length; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(FilmsStart + (i * FilmLength)), films[i].Index);
        }

        return bytes;
    }

    /// <summary>Reads a record; false unless the bytes are exactly one canonical record of this kind.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out AnonymousOrder order)
    {
        order = new AnonymousOrder(bytes);
        if (bytes.Length < FilmsStart
            || bytes[0] != Kind
            || bytes.Length != FilmsStart + (BinaryPrimitives.ReadUInt16BigEndian(bytes[3..]) * FilmLength))
        {
            return false;
        }

        for (var i = 1; i < order.Count; i++)
        {
            if (FilmAt(bytes, i - 1) >= FilmAt(bytes, i))
            {
                return false;
            }
        }

        return true;
    }

    private static FilmId FilmAt(ReadOnlySpan<byte> bytes, int index) =>
        new(BinaryPrimitives.ReadUInt16BigEndian(bytes.Slice(FilmsStart + (index * FilmLength), FilmLength)));
}
