using System.Collections.Immutable;
using MovieChain.Ledger;

namespace MovieChain.Tests.Ledger;

/// <summary>Every small change of a good chain, without mining afresh, is found where it was made.</summary>
public sealed class ChainTamperingTests
{
    private static readonly byte[] _masks = [0x01, 0x02, 0x40, 0x80, 0xFF];
    private static readonly ImmutableArray<Block> _blocks = Samples.SmallChain().Blocks;

    [Fact]
    public void Every_change_of_a_header_byte_is_found()
    {
        ForEveryChange(block => block.Header.Bytes.ToArray(), (block, bytes, height, place) =>
        {
            var fault = FindFault(height, block with { Header = new BlockHeader(bytes) });
            Assert.Equal(height, fault?.Height);
            var expected = place switch
            {
                < 4 => ChainFaultKind.Magic,
                < 8 => ChainFaultKind.Difficulty,
                < 16 => ChainFaultKind.Height,
                < 24 => ChainFaultKind.Time,
                < 56 => ChainFaultKind.Link,
                < 88 => ChainFaultKind.MerkleRoot,
                _ => ChainFaultKind.Hash,
            };

            // Genesis sets the difficulty itself; a time may go forward as far as the header alone tells.
            Assert.True(
                fault?.Kind == expected
                || (fault?.Kind is ChainFaultKind.Rules or ChainFaultKind.Hash && height == 0 && expected == ChainFaultKind.Difficulty)
                || (fault?.Kind == ChainFaultKind.Hash && height > 0 && expected == ChainFaultKind.Time),
                $"Height {height}, byte {place}: {fault?.Kind}");
        });
    }

    [Fact]
    public void Every_change_of_a_hash_byte_is_found()
    {
        ForEveryChange(block => Convert.FromHexString(block.Hash.ToString()), (block, bytes, height, _) =>
            Assert.Equal(new ChainFault(height, ChainFaultKind.Hash), FindFault(height, block with { Hash = new Hash256(bytes) })));
    }

    [Fact]
    public void Every_change_of_a_record_byte_is_found()
    {
        for (var record = 0; record < 4; record++)
        {
            var changed = record;
            ForEveryChange(block => changed < block.Records.Count ? block.Records[changed].ToArray() : [], (block, bytes, height, _) =>
            {
                var records = block.Records.ToArrays();
                records[changed] = bytes;
                var fault = FindFault(height, block with { Records = Samples.Records(records) });
                Assert.Equal(height, fault?.Height);
                Assert.True(
                    fault?.Kind == ChainFaultKind.MerkleRoot
                    || (changed == 0 && fault?.Kind == (height == 0 ? ChainFaultKind.Rules : ChainFaultKind.Author)));
            });
        }
    }

    [Fact]
    public void Records_that_are_dropped_added_split_joined_or_swapped_are_found()
    {
        for (var height = 1; height < _blocks.Length; height++)
        {
            var records = _blocks[height].Records.ToArrays();
            AssertRecordsRefused(height, [.. records, []]);
            AssertRecordsRefused(height, [.. records, records[^1]]);
            AssertRecordsRefused(height, [records[0], .. records]);
        }

        // Block 1 holds its author, [1, 2, 3] and [4].
        AssertRecordsRefused(1, [[0, 0], [1, 2], [3, 4]]);
        AssertRecordsRefused(1, [[0, 0], [1, 2, 3]]);
        AssertRecordsRefused(1, [[0, 0], [1, 2, 3, 4]]);
        AssertRecordsRefused(1, [[0, 0], [1, 2], [3], [4]]);
        AssertRecordsRefused(1, [[0, 0], [4], [1, 2, 3]]);
    }

    [Fact]
    public void Every_truncation_of_a_record_is_found()
    {
        for (var height = 0; height < _blocks.Length; height++)
        {
            for (var record = 0; record < _blocks[height].Records.Count; record++)
            {
                for (var length = 0; length < _blocks[height].Records[record].Length; length++)
                {
                    var records = _blocks[height].Records.ToArrays();
                    records[record] = records[record][..length];
                    Assert.Equal(height, FindFault(height, _blocks[height] with { Records = Samples.Records(records) })?.Height);
                }
            }
        }
    }

    [Fact]
    public void A_block_that_is_dropped_or_repeated_is_found_where_the_next_one_stands()
    {
        for (var height = 0; height < _blocks.Length; height++)
        {
            if (height < _blocks.Length - 1)
            {
                Assert.Equal(height, ChainVerifier.FindFault(_blocks.RemoveAt(height))?.Height);
            }

            Assert.Equal(new ChainFault(height + 1, ChainFaultKind.Height), ChainVerifier.FindFault(_blocks.Insert(height, _blocks[height])));
        }
    }

    [Fact]
    public void Two_swapped_blocks_are_found_at_the_first_of_them()
    {
        for (var left = 1; left < _blocks.Length; left++)
        {
            for (var right = left + 1; right < _blocks.Length; right++)
            {
                var swapped = _blocks.SetItem(left, _blocks[right]).SetItem(right, _blocks[left]);
                Assert.Equal(new ChainFault(left, ChainFaultKind.Height), ChainVerifier.FindFault(swapped));
            }
        }
    }

    private static void AssertRecordsRefused(int height, byte[][] records) =>
        Assert.Equal(new ChainFault(height, ChainFaultKind.MerkleRoot), FindFault(height, _blocks[height] with { Records = Samples.Records(records) }));

    private static void ForEveryChange(Func<Block, byte[]> read, Action<Block, byte[], int, int> check)
    {
        for (var height = 0; height < _blocks.Length; height++)
        {
            var original = read(_blocks[height]);
            for (var place = 0; place < original.Length; place++)
            {
                foreach (var mask in _masks)
                {
                    var bytes = original.ToArray();
                    bytes[place] ^= mask;
                    check(_blocks[height], bytes, height, place);
                }
            }
        }
    }

    private static ChainFault? FindFault(int height, Block changed) => ChainVerifier.FindFault(_blocks.SetItem(height, changed));
}
