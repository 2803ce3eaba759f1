using System.Buffers.Binary;

namespace MovieChain.Ledger;

/// <summary>
/// Whether the end of a chain's file can be what a run left that was stopped while it wrote a block. Only such an end may be cut off:
/// a length can be changed on purpose, checksum and all, so that whole blocks look like the rest of one.
/// </summary>
internal static class TornFrame
{
    private const int CountStart = BlockHeader.Length + Signature.Length;

    /// <summary>Judges what stands behind the last good block.</summary>
    /// <param name="tail">All bytes behind the last good block.</param>
    /// <param name="rules">What the chain holds its blocks to.</param>
    /// <param name="height">How many good blocks there are.</param>
    /// <param name="previous">The hash of the last one.</param>
    public static bool IsPossible(ReadOnlySpan<byte> tail, ChainRules rules, long height, Hash256 previous)
    {
        if (tail.Length <= ChainFileFormat.HeadLength)
        {
            return tail.Length < sizeof(uint) || BinaryPrimitives.ReadUInt32BigEndian(tail) <= ChainFileFormat.MaxPayloadLength;
        }

        var payload = tail[ChainFileFormat.HeadLength..];
        return BeginsLikeTheNext(payload, new BlockHeader(rules.Difficulty, height, time: 0, previous, merkleRoot: default, nonce: 0))
            && !HoldsAllRecords(payload);
    }

    /// <summary>Whether the header, as far as it was written, is one that can come next. Its time and all from the Merkle root on can be any.</summary>
    private static bool BeginsLikeTheNext(ReadOnlySpan<byte> payload, BlockHeader next)
    {
        const int TimeStart = 16;
        const int PreviousStart = 24;
        const int RootStart = 56;
        var first = Math.Min(payload.Length, TimeStart);
        var end = Math.Clamp(payload.Length, PreviousStart, RootStart);
        return payload[..first].SequenceEqual(next.Bytes[..first])
            && (payload.Length <= PreviousStart || payload[PreviousStart..end].SequenceEqual(next.Bytes[PreviousStart..end]));
    }

    /// <summary>Whether all records that the block says it has are there: then it was written to its end, and its length is a lie.</summary>
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
