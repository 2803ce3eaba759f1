using System.Buffers.Binary;
using System.Numerics;

namespace MovieChain.Ledger;

/// <summary>
/// Format of a chain file: a preamble of 8 bytes ("MVCFILE" and the version, 1), then one frame per block, genesis block first, and nothing
/// else. Integers are big-endian. A frame is its head (length of the payload 4 · CRC-32C of these four bytes 4 · CRC-32C of the payload 4)
/// and its payload (header 96 · signature 64 · number of records 4 · for each record length 2 and its bytes). The length has its own
/// checksum, so that a damaged length is not mistaken for the length of an incomplete frame. Checksums find accidental damage;
/// deliberate changes are found by the Merkle root, the hash and the signature.
/// </summary>
internal static class ChainFileFormat
{
    /// <summary>"MVCFILE" and the version of the format, 1.</summary>
    public const ulong Preamble = 0x4D56_4346_494C_4501;

    public const int PreambleLength = sizeof(ulong);
    public const int HeadLength = 12;

    /// <summary>The part of a frame head that holds the length and its checksum.</summary>
    public const int LengthAndChecksum = 8;

    public const int MinPayloadLength = RecordsStart;
    public const int MaxPayloadLength = 512 * 1024 * 1024;

    /// <summary>Four records for each of the million members that a provider may have. The limit is needed because checking an empty record takes
    /// more memory than its bytes in the file.</summary>
    public const int MaxRecords = 4 * 1024 * 1024;

    private const int SignatureStart = BlockHeader.Length;
    private const int CountStart = SignatureStart + Signature.Length;
    private const int RecordsStart = CountStart + sizeof(uint);

    /// <summary>Encodes a block as a frame.</summary>
    /// <exception cref="InvalidOperationException">The block is larger than the format allows.</exception>
    public static byte[] Frame(Block block)
    {
        var records = block.Records.Encoded;
        if (records.Length > MaxPayloadLength - RecordsStart || block.Records.Count > MaxRecords)
        {
            throw new InvalidOperationException(
                $"Block {block.Header.Height} is larger than {MaxPayloadLength} bytes or {MaxRecords} records, the limits of a chain file.");
        }

        var frame = GC.AllocateUninitializedArray<byte>(HeadLength + RecordsStart + records.Length);
        var payload = frame.AsSpan(HeadLength);
        block.Header.Bytes.CopyTo(payload);
        block.Signature.Bytes.CopyTo(payload[SignatureStart..]);
        BinaryPrimitives.WriteUInt32BigEndian(payload[CountStart..], (uint)block.Records.Count);
        records.CopyTo(payload[RecordsStart..]);

        BinaryPrimitives.WriteUInt32BigEndian(frame, (uint)payload.Length);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(4), Checksum(frame.AsSpan(0, 4)));
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(8), Checksum(payload));
        return frame;
    }

    /// <summary>Reads the payload length from the first eight bytes of a frame; null if its checksum is wrong or it is out of range.</summary>
    public static int? PayloadLength(ReadOnlySpan<byte> head)
    {
        var length = BinaryPrimitives.ReadUInt32BigEndian(head);
        return BinaryPrimitives.ReadUInt32BigEndian(head[4..]) == Checksum(head[..4]) && length is >= MinPayloadLength and <= MaxPayloadLength
            ? (int)length
            : null;
    }

    /// <summary>Whether a payload matches the checksum in the head of its frame.</summary>
    public static bool HasChecksum(ReadOnlySpan<byte> head, ReadOnlySpan<byte> payload) =>
        BinaryPrimitives.ReadUInt32BigEndian(head[8..]) == Checksum(payload);

    /// <summary>Reads a block and computes the hash of its header; null if the payload is not exactly one block. The block keeps the array.</summary>
    public static Block? TryReadBlock(byte[] payload)
    {
        var count = BinaryPrimitives.ReadUInt32BigEndian(payload.AsSpan(CountStart));
        if (count > MaxRecords || RecordList.TryRead(payload, RecordsStart, count) is not { } records)
        {
            return null;
        }

        var header = new BlockHeader(payload.AsSpan(0, BlockHeader.Length));
        return new Block(header, records, header.Hash(), new Signature(payload.AsSpan(SignatureStart, Signature.Length)));
    }

    /// <summary>CRC-32C (RFC 3720).</summary>
    public static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        while (bytes.Length >= sizeof(ulong))
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (var value in bytes)
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return ~crc;
    }
}
