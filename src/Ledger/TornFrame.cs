using System.Buffers.Binary;

namespace MovieChain.Ledger;

/// <summary>
/// Decides whether the end of a chain file can be a block whose writing was interrupted. Only such an end may be cut off: an attacker can
/// change a length and its checksum so that complete blocks look like part of one.
/// </summary>
internal static class TornFrame
{
    private const int CountStart = BlockHeader.Length + Signature.Length;

    /// <param name="tail">All bytes after the last valid block.</param>
    /// <param name="rules">Rules of the chain.</param>
    /// <param name="height">Number of valid blocks.</param>
    /// <param name="previous">Hash of the last valid block.</param>
    public static bool IsPossible(ReadOnlySpan<byte> tail, ChainRules rules, long height, Hash256 previous)
    {
        if (tail.Length <= ChainFileFormat.HeadLength)
        {
            return tail.Length < sizeof(uint) || BinaryPrimitives.ReadUInt32BigEndian(tail) <= ChainFileFormat.MaxPayloadLength;
        }

        var payload = tail[ChainFileFormat.HeadLength..];
        return MatchesNextHeader(payload, new BlockHeader(rules.Difficulty, height, time: 0, previous, merkleRoot: default, nonce: 0))
            && !HoldsAllRecords(payload);
    }

    /// <summary>Whether the header, as far as it was written, can be the next one. The time and everything from the Merkle root on are free.</summary>
    private static bool MatchesNextHeader(ReadOnlySpan<byte> payload, BlockHeader next)
    {
        const int TimeStart = 16;
        const int PreviousStart = 24;
        const int RootStart = 56;
        var first = Math.Min(payload.Length, TimeStart);
        var end = Math.Clamp(payload.Length, PreviousStart, RootStart);
        return payload[..first].SequenceEqual(next.Bytes[..first])
            && (payload.Length <= PreviousStart || payload[PreviousStart..end].SequenceEqual(next.Bytes[PreviousStart..end]));
    }

    /// <summary>Whether all stated records are present: then the block was complete, and its length was changed.</summary>
    private static bool HoldsAllRecords(ReadOnlySpan<byte> payload)
    {
        if (payload.Length < CountStart + sizeof(uint))
        {
            return false;
        }

        var records = payload[(CountStart + sizeof(uint))..];
        for (var left = BinaryPrimitives.ReadUInt32BigEndian(payload[CountStart..]); left > 0; left--)
        {
            if (!BinaryPrimitives.TryReadUInt16BigEndian(records, out var length) || records.Length - sizeof(ushort) < length)
            {
                return false;
            }

            records = records[(sizeof(ushort) + length)..];
        }

        return true;
    }
}
