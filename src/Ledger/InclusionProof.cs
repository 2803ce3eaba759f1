using System.Collections.Immutable;
using System.Numerics;
using System.Security.Cryptography;

namespace MovieChain.Ledger;

/// <summary>
/// Shows that a record stands at a place of a list whose Merkle root is known, without the rest of the list: the audit path of RFC 6962,
/// section 2.1.1, some 20 hashes for a million records.
/// </summary>
/// <param name="Index">The record's place in the list, counted from 0.</param>
/// <param name="Count">How many records the list has.</param>
/// <param name="Path">The roots of the subtrees beside the way from the record up to the root, the lowest first.</param>
internal sealed record InclusionProof(int Index, int Count, ImmutableArray<Hash256> Path)
{
    /// <summary>The longest path that there can be, for a list of as many records as an int counts.</summary>
    public const int MaxPathLength = 31;

    /// <summary>Makes the proof for a record of a list.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The list has no such record.</exception>
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

    /// <summary>Whether the record with these bytes stands at the place under the root (RFC 9162, section 2.1.3.2). A path that is longer or
    /// shorter than the place asks for shows nothing.</summary>
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

                // The last node of a level is moved up as it is while it has no sibling.
                var alone = BitOperations.TrailingZeroCount(place);
                place >>= alone;
                last >>= alone;
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

    /// <summary>Where a range of at least two records is split: at the largest power of two below its length.</summary>
    private static int SplitOf(int start, int end) => start + (1 << BitOperations.Log2((uint)(end - start - 1)));
}
