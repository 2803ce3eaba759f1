using System.Security.Cryptography;

namespace MovieChain.Tests.ChainFormat.Independent;

/// <summary>CRC-32C (RFC 3720) bit by bit, and the Merkle tree hash and audit path of RFC 6962 as the RFC defines them.</summary>
internal static class Hashing
{
    public static uint Crc32C(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * 0x82F63B78);
            }
        }

        return ~crc;
    }

    public static byte[] Leaf(ReadOnlySpan<byte> record) => SHA256.HashData([0, .. record]);

    public static byte[] Node(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);

    public static byte[] MerkleRoot(ReadOnlySpan<byte[]> records)
    {
        if (records.IsEmpty)
        {
            return SHA256.HashData([]);
        }

        if (records.Length == 1)
        {
            return Leaf(records[0]);
        }

        var split = Split(records.Length);
        return Node(MerkleRoot(records[..split]), MerkleRoot(records[split..]));
    }

    /// <summary>The root that an audit path leads to.</summary>
    public static byte[] RootOf(ReadOnlySpan<byte> record, int index, int count, ReadOnlySpan<byte[]> path)
    {
        if (count == 1)
        {
            return path.IsEmpty ? Leaf(record) : throw new InvalidDataException("the audit path is too long");
        }

        if (path.IsEmpty)
        {
            throw new InvalidDataException("the audit path is too short");
        }

        var split = Split(count);
        return index < split
            ? Node(RootOf(record, index, split, path[..^1]), path[^1])
            : Node(path[^1], RootOf(record, index - split, count - split, path[..^1]));
    }

    private static int Split(int count)
    {
        var split = 1;
        while (split * 2 < count)
        {
            split *= 2;
        }

        return split;
    }
}
