using System.Collections.Immutable;
using System.Numerics;
using System.Security.Cryptography;

namespace MovieChain.Ledger;

/// <summary>
/// Proves that a record has a given index in a list with a known Merkle root, without the other records: the audit path of RFC 6962,
/// section 2.1.1, about 20 hashes for a million records.
/// </summary>
/// <param name="Index">Index of the record, from 0.</param>
/// <param name="Count">Number of records in the list.</param>
/// <param name="Path">Roots of the sibling subtrees from the record to the root, lowest first.</param>
internal sealed record InclusionProof(int Index, int Count, ImmutableArray<Hash256> Path)
{
    /// <summary>Longest path for a list whose count is an <see cref="int"/>.</summary>
    public const int MaxPathLength = 31;

    /// <exception cref="ArgumentOutOfRangeException">The index is not in the list.</exception>
    public static InclusionProof Of(RecordList records, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, records.Count);
        using var hasher = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var path = ImmutableArray.CreateBuilder<Hash256>();
        var (start, end) = (0, records.Count);
        while (end - start > 1)
        {
            var split = SplitOf(start, end);
            if (index < split)
            {
                path.Add(RootOf(hasher, records, split, end));
                end = split;
            }
            else
            {
                path.Add(RootOf(hasher, records, start, split));
                start = split;
            }
        }

        path.Reverse();
        return new InclusionProof(index, records.Count, path.ToImmutable());
    }

    /// <summary>Whether the record has the stated index under the root (RFC 9162, section 2.1.3.2). False if the path is longer or shorter than the
    /// index requires.</summary>
    public bool Holds(ReadOnlySpan<byte> record, Hash256 root)
    {
        if (Index < 0 || Index >= Count)
        {
            return false;
        }

        using var hasher = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var hash = MerkleTree.HashLeaf(hasher, record);
        var (place, last) = (Index, Count - 1);
        foreach (var sibling in Path)
        {
            if (last == 0)
            {
                return false;
            }

            if (place == last || int.IsOddInteger(place))
            {
                hash = MerkleTree.HashNode(sibling, hash);

                // The last node of a level moves up unchanged while it has no sibling.
                var levels = BitOperations.TrailingZeroCount(place);
                place >>= levels;
                last >>= levels;
            }
            else
            {
                hash = MerkleTree.HashNode(hash, sibling);
            }

            place >>= 1;
            last >>= 1;
        }

        return last == 0 && hash == root;
    }

    private static Hash256 RootOf(IncrementalHash hasher, RecordList records, int start, int end)
    {
        if (end - start == 1)
        {
            return MerkleTree.HashLeaf(hasher, records[start]);
        }

        var split = SplitOf(start, end);
        return MerkleTree.HashNode(RootOf(hasher, records, start, split), RootOf(hasher, records, split, end));
    }

    /// <summary>Split point of a range of two or more records: its start plus the largest power of two below its length.</summary>
    private static int SplitOf(int start, int end) => start + (1 << BitOperations.Log2((uint)(end - start - 1)));
}
