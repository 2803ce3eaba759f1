using System.Buffers.Binary;
using System.Numerics;

namespace MovieChain.Ledger;

/// <summary>
/// A chain as a file: a preamble of 8 bytes ("MVCFILE" and the version, 1), then a frame for each block, genesis first, and nothing
/// else. Integers are big-endian. A frame is its head (length of the payload 4 · CRC-32C of these four bytes 4 · CRC-32C of the payload 4)
/// and its payload (header 96 · signature 64 · number of records 4 · for each record length 2 and its bytes). The length has a checksum
/// of its own, so that a damaged one is never mistaken for that of a frame which was not written to its end. Checksums find what went
/// wrong by chance; what somebody meant to change is found by the Merkle root, the hash and the signature.
/// </summary>
internal static class ChainFileFormat
{
    /// <summary>"MVCFILE" and the version of the format, 1.</summary>
    public const ulong Preamble = 0x4D56_4346_494C_4501;

    public const int PreambleLength = sizeof(ulong);
    public const int HeadLength = 12;

    /// <summary>How much of a frame's head it takes to know whether the length is sound.</summary>
    public const int LengthAndChecksum = 8;

    public const int MinPayloadLength = RecordsStart;
    public const int MaxPayloadLength = 512 * 1024 * 1024;

    /// <summary>Four records for each of the million members that a provider may have. To check a record takes more memory than an empty
    /// one takes bytes.</summary>
    public const int MaxRecords = 4 * 1024 * 1024;

    private const int SignatureStart = BlockHeader.Length;
    private const int CountStart = SignatureStart + Signature.Length;
    private const int RecordsStart = CountStart + sizeof(uint);

    /// <summary>The frame of a block.</summary>
    /// <exception cref="InvalidOperationException">The block is larger than the format allows.</exception>
    public static byte[] Frame(Block block)
    {
        var records = block.Records.Encoded;
        if (records.Length > MaxPayloadLength - RecordsStart || block.Records.Count > MaxRecords)
        {
            throw new InvalidOperationException(
                $"Block {block.Header.Height} has more than {MaxPayloadLength} bytes or {MaxRecords} records, the most that a chain's file can hold.");
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

    /// <summary>The length of a payload by the first eight bytes of its frame; null when their checksum is wrong or the format does not
    /// allow that length.</summary>
    public static int? PayloadLength(ReadOnlySpan<byte> head)
    {
        var length = BinaryPrimitives.ReadUInt32BigEndian(head);
        return BinaryPrimitives.ReadUInt32BigEndian(head[4..]) == Checksum(head[..4]) && length is >= MinPayloadLength and <= MaxPayloadLength
            ? (int)length
            : null;
    }

    /// <summary>Whether a payload is the one that its frame's head was written for.</summary>
    public static bool HasChecksum(ReadOnlySpan<byte> head, ReadOnlySpan<byte> payload) =>
        BinaryPrimitives.ReadUInt32BigEndian(head[8..]) == Checksum(payload);

    /// <summary>The block that a payload is, with the hash of its header; null when it is not exactly one. The payload becomes the block's.</summary>
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

    /// <summary>CRC-32C as RFC 3720 has it.</summary>
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
