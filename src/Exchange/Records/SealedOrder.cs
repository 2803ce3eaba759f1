using System.Buffers.Binary;

namespace MovieChain.Exchange.Records;

/// <summary>
/// An encrypted order. A view of the record's bytes: kind of the order with the highest bit set 1 · week 2 · member number 4 (only for an
/// <see cref="IdentifiedOrder"/>) · the rest of the order, encrypted · authentication tag 16. The part before the ciphertext is public
/// and authenticated with it.
/// </summary>
internal readonly ref struct SealedOrder
{
    /// <summary>A sealed order is longer than the order by these bytes.</summary>
    public const int TagLength = 16;

    private const byte SealedBit = 0x80;
    private const int MemberStart = 3;
    private const int MemberLength = 4;

    private readonly ReadOnlySpan<byte> _bytes;

    private SealedOrder(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    public Week Week => new(BinaryPrimitives.ReadUInt16BigEndian(_bytes[1..]));

    /// <summary>The member's number with the provider that wrote the block; null for an anonymous order.</summary>
    public int? MemberNumber => HasMember(_bytes[0]) ? (int)BinaryPrimitives.ReadUInt32BigEndian(_bytes[MemberStart..]) : null;

    /// <summary>The public part.</summary>
    public ReadOnlySpan<byte> Head => _bytes[..HeadLength(_bytes[0])];

    public ReadOnlySpan<byte> Ciphertext => _bytes[HeadLength(_bytes[0])..^TagLength];

    /// <summary>The authentication tag of both.</summary>
    public ReadOnlySpan<byte> Tag => _bytes[^TagLength..];

    /// <summary>The length of the public part.</summary>
    /// <param name="kind">The first byte of the order, sealed or not.</param>
    public static int HeadLength(byte kind) => HasMember(kind) ? MemberStart + MemberLength : MemberStart;

    /// <summary>Writes the public part of an order as a sealed order has it.</summary>
    public static void WriteHead(Span<byte> destination, ReadOnlySpan<byte> order)
    {
        order[..HeadLength(order[0])].CopyTo(destination);
        destination[0] |= SealedBit;
    }

    /// <summary>Writes the public part as the order in the clear has it.</summary>
    public void WriteOpenedHead(Span<byte> destination)
    {
        Head.CopyTo(destination);
        destination[0] &= unchecked((byte)~SealedBit);
    }

    /// <summary>Reads a record; false if the bytes cannot be a sealed order.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out SealedOrder order)
    {
        order = new SealedOrder(bytes);
        return !bytes.IsEmpty
            && bytes[0] is (SealedBit | IdentifiedOrder.Kind) or (SealedBit | AnonymousOrder.Kind)
            && bytes.Length >= HeadLength(bytes[0]) + TagLength
            && (order.MemberNumber ?? 0) >= 0;
    }

    private static bool HasMember(byte kind) => (kind & ~SealedBit) == IdentifiedOrder.Kind;
}
