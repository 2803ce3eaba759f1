using System.Numerics;
using System.Security.Cryptography;

namespace MovieChain.Ledger;

/// <summary>
/// The Merkle tree hash of RFC 6962, section 2.1: leaves and nodes are told apart by a first byte, and a list is split at the
/// largest power of two below its length, so that no two lists share a root.
/// </summary>
public static class MerkleTree
{
    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;
    private const int MaxDepth = 32;

    /// <summary>The root over a list of records. The root of no records is the hash of no bytes.</summary>
    public static Hash256 Root(RecordList records)
    {
        ArgumentNullException.ThrowIfNull(records);
        if (records.Count == 0)
        {
            return Hash256.Of([]);
        }

        // Complete subtrees from left to right, the largest first: one for each bit set in the number of leaves so far.
        Span<Hash256> subtrees = stackalloc Hash256[MaxDepth];
        var depth = 0;
        using var hasher = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var leaf = 0; leaf < records.Count; leaf++)
        {
            subtrees[depth++] = HashLeaf(hasher, records[leaf]);
            for (var merges = BitOperations.TrailingZeroCount(leaf + 1); merges > 0; merges--)
            {
                depth--;
                subtrees[depth - 1] = HashNode(subtrees[depth - 1], subtrees[depth]);
            }
        }

        while (depth > 1)
        {
            depth--;
            subtrees[depth - 1] = HashNode(subtrees[depth - 1], subtrees[depth]);
        }

        return subtrees[0];
    }

    internal static Hash256 HashLeaf(IncrementalHash hasher, ReadOnlySpan<byte> record)
    {
        Span<byte> hash = stackalloc byte[Hash256.Length];
        hasher.AppendData([LeafPrefix]);
        hasher.AppendData(record);
        hasher.GetHashAndReset(hash);
        return new Hash256(hash);
    }

    internal static Hash256 HashNode(Hash256 left, Hash256 right)
    {
        Span<byte> node = stackalloc byte[1 + (2 * Hash256.Length)];
        node[0] = NodePrefix;
        left.CopyTo(node[1..]);
        right.CopyTo(node[(1 + Hash256.Length)..]);
        return Hash256.Of(node);
    }
}
