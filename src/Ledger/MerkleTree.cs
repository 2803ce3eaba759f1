using System.Buffers;
using System.Security.Cryptography;
using MovieChain.Ledger.Hashing;

namespace MovieChain.Ledger;

/// <summary>
/// Merkle tree hash of RFC 6962, section 2.1: a first byte distinguishes leaves from nodes, and a list is split at the largest power of two
/// below its length, so that no two lists share a root.
/// </summary>
internal static class MerkleTree
{
    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;

    /// <summary>The root of a list of records. The root of an empty list is the hash of no bytes.</summary>
    public static Hash256 Root(RecordList records) => Root(records, HashPath.Best);

    internal static Hash256 Root(RecordList records, HashPath path)
    {
        if (records.Count == 0)
        {
            return Hash256.Of([]);
        }

        var level = ArrayPool<byte>.Shared.Rent(records.Count * Hash256.Length);
        var parents = ArrayPool<byte>.Shared.Rent(Pairs(records.Count) * Hash256.Length);
        path.HashAll(LeafPrefix, records.Count, leaf => records[leaf], level);

        // Splitting at powers of two equals joining neighbours level by level; a node without a neighbour moves up unchanged.
        for (var count = records.Count; count > 1; count = Pairs(count))
        {
            var children = level;
            path.HashAll(NodePrefix, count / 2, node => Pair(children, node), parents);
            if (count % 2 == 1)
            {
                HashAt(level, count - 1).CopyTo(HashAt(parents, count / 2));
            }

            (level, parents) = (parents, level);
        }

        var root = new Hash256(HashAt(level, 0));
        ArrayPool<byte>.Shared.Return(level);
        ArrayPool<byte>.Shared.Return(parents);
        return root;
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

    private static int Pairs(int count) => (count + 1) / 2;

    private static Span<byte> HashAt(byte[] hashes, int place) => hashes.AsSpan(place * Hash256.Length, Hash256.Length);

    private static ReadOnlySpan<byte> Pair(byte[] hashes, int place) => hashes.AsSpan(2 * place * Hash256.Length, 2 * Hash256.Length);
}
