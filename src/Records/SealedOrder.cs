using System.Buffers.Binary;

namespace MovieChain.Records;

/// <summary>
/// An order on the chain whose lines can be read only with a key. A view of the record's bytes: kind of the order with its highest
/// bit set 1 · week 2 · for an <see cref="IdentifiedOrder"/> the member number 4 · the rest of the order, encrypted · authentication tag
/// 16. What comes before the encrypted part is public, and authenticated with it.
/// </summary>
internal readonly ref struct SealedOrder
{
    /// <summary>How many bytes a sealed order is longer than the order.</summary>
    public const int TagLength = 16;

    private const byte SealedBit = 0x80;
    private const int MemberStart = 3;
    private const int MemberLength = 4;

    private readonly ReadOnlySpan<byte> _bytes;

    private SealedOrder(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>When the slate was offered.</summary>
    public Week Week => new(BinaryPrimitives.ReadUInt16BigEndian(_bytes[1..]));

    /// <summary>The member's number with the provider that wrote the block; null for a member without a name.</summary>
    public int? MemberNumber => HasMember(_bytes[0]) ? (int)BinaryPrimitives.ReadUInt32BigEndian(_bytes[MemberStart..]) : null;

    /// <summary>The public part.</summary>
    public ReadOnlySpan<byte> Head => _bytes[..HeadLength(_bytes[0])];

    /// <summary>The encrypted part.</summary>
    public ReadOnlySpan<byte> Ciphertext => _bytes[HeadLength(_bytes[0])..^TagLength];

    /// <summary>What authenticates both.</summary>
    public ReadOnlySpan<byte> Tag => _bytes[^TagLength..];

    /// <summary>The length of the order's public part.</summary>
    /// <param name="kind">The first byte of the order, sealed or not.</param>
    public static int HeadLength(byte kind) => HasMember(kind) ? MemberStart + MemberLength : MemberStart;

    /// <summary>Writes the public part of the sealed order.</summary>
    public static void WriteHead(Span<byte> destination, ReadOnlySpan<byte> order)
    {
        order[..HeadLength(order[0])].CopyTo(destination);
        destination[0] |= SealedBit;
    }

    /// <summary>Writes the part of the order that stood in public.</summary>
    public void WriteOpenedHead(Span<byte> destination)
    {
        Head.CopyTo(destination);
        destination[0] &= unchecked((byte)~SealedBit);
    }

    /// <summary>Reads a record; false when the bytes cannot be a sealed order.</summary>
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
