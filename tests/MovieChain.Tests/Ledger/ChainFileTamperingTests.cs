using CsCheck;
using MovieChain.Ledger;
using MovieChain.Tests.Simulation;

namespace MovieChain.Tests.Ledger;

/// <summary>Every change of a chain's file is found, whoever made it: by chance, or by somebody who repaired the checksums.</summary>
public sealed class ChainFileTamperingTests
{
    private static readonly byte[] _small = ChainBytes.Small;

    private static readonly Dictionary<string, byte[]> _files = new()
    {
        ["small"] = _small,
        ["genesis alone, without work"] = ChainBytes.Of(Chain.Begin(Samples.RulesFor(0, "A"), [], Samples.Keys[0], Samples.Miner()).Blocks),
        ["run"] = ChainBytes.Of(SmallRuns.Run(SmallRuns.Options("random", customers: 2, weeks: 1)).Chain.Blocks),
    };

    public static TheoryData<string> Files => [.. _files.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_change_of_a_byte_is_found_in_the_block_where_it_was_made(string name)
    {
        var file = _files[name];
        ForEveryByte(file, MasksFor(name), (changed, place) =>
        {
            var fault = ChainBytes.FindFault(changed);
            var frame = FrameOf(file, place);
            Assert.Equal((frame ?? 0, frame is null ? 0 : ChainBytes.Ends(file)[frame.Value]), (fault?.Height, fault?.Offset));
        });
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_change_of_a_byte_is_found_although_the_checksums_were_repaired(string name)
    {
        var file = _files[name];
        var ends = ChainBytes.Ends(file);
        var frames = ChainBytes.Frames(file);
        ForEveryByte(file, MasksFor(name), (changed, place) =>
        {
            if (FrameOf(file, place) is not { } frame || place - ends[frame] is >= 4 and < 12)
            {
                return;
            }

            var repaired = ChainBytes.Repair(changed[ends[frame]..ends[frame + 1]]);
            var fault = ChainBytes.FindFault(ChainBytes.Join(frames.SetItem(frame, repaired)));

            Assert.Equal(frame, fault?.Height);
            Assert.True(fault?.Kind != ChainFaultKind.Checksum || place - ends[frame] < 4);
        });
    }

    [Fact]
    public void A_frame_that_is_longer_or_shorter_than_its_block_is_found_although_its_checksums_are_right()
    {
        var frames = ChainBytes.Frames(_small);
        for (var height = 0; height < frames.Length; height++)
        {
            byte[] payload = frames[height][12..];
            for (var spare = 0; spare <= byte.MaxValue; spare += 51)
            {
                AssertFault(height, ChainFaultKind.Layout, frames.SetItem(height, ChainBytes.Frame([.. payload, (byte)spare])));
                AssertFault(height, ChainFaultKind.Layout, frames.SetItem(height, ChainBytes.Frame([.. payload, 0, 0, (byte)spare])));
            }

            for (var length = 164; length < payload.Length; length++)
            {
                AssertFault(height, ChainFaultKind.Layout, frames.SetItem(height, ChainBytes.Frame(payload[..length])));
            }

            for (var length = 0; length < 164; length++)
            {
                AssertFault(height, ChainFaultKind.FrameHead, frames.SetItem(height, ChainBytes.Frame(payload[..length])));
            }
        }
    }

    [Fact]
    public void Spare_bytes_after_the_last_frame_are_found()
    {
        for (var spare = 1; spare <= 40; spare++)
        {
            Assert.Equal(
                new ChainFault(5, spare < 8 ? ChainFaultKind.Truncated : ChainFaultKind.FrameHead, _small.Length),
                ChainBytes.FindFault([.. _small, .. Enumerable.Repeat((byte)1, spare)]));
        }
    }

    [Fact]
    public void Frames_that_are_dropped_repeated_or_swapped_are_found()
    {
        var frames = ChainBytes.Frames(_small);
        for (var left = 0; left < frames.Length; left++)
        {
            if (left < frames.Length - 1)
            {
                AssertFault(left, left == 0 ? ChainFaultKind.Rules : ChainFaultKind.Height, frames.RemoveAt(left));
            }

            AssertFault(left + 1, ChainFaultKind.Height, frames.Insert(left, frames[left]));
            for (var right = left + 1; right < frames.Length; right++)
            {
                AssertFault(left, left == 0 ? ChainFaultKind.Rules : ChainFaultKind.Height, frames.SetItem(left, frames[right]).SetItem(right, frames[left]));
            }
        }
    }

    [Fact]
    public void A_file_that_is_cut_at_any_place_is_a_shorter_chain_or_truncated_where_its_last_whole_block_ends()
    {
        var ends = ChainBytes.Ends(_small);
        for (var length = 0; length < _small.Length; length++)
        {
            var found = ChainBytes.Verify(_small[..length]);
            var whole = ends.Count(end => end <= length) - 1;

            if (whole > 0 && ends.Contains(length))
            {
                Assert.Null(found.Fault);
                Assert.Equal(whole, found.Blocks);
            }
            else
            {
                Assert.Equal(length == 8 ? ChainFaultKind.Empty : ChainFaultKind.Truncated, found.Fault?.Kind);
                Assert.Equal((Math.Max(whole, 0), whole < 0 ? 0 : ends[whole]), (found.Fault?.Height, found.GoodLength));
            }
        }
    }

    [Fact]
    public void Another_preamble_is_found()
    {
        var blocks = _small[8..];
        Assert.All(
            (byte[][])[[.. "MVCFILE\u0002"u8], [.. "MVCFILE\0"u8], [.. "mvcfile\u0001"u8], [.. new byte[8]], [.. "MVC\u0001MVC\u0001"u8], []],
            preamble => Assert.Equal(new ChainFault(0, ChainFaultKind.Preamble, 0), ChainBytes.FindFault([.. preamble, .. blocks])));
        Assert.Equal(new ChainFault(0, ChainFaultKind.Preamble, 0), ChainBytes.FindFault("no"u8.ToArray()));
    }

    [Fact]
    public void No_mutation_throws_or_makes_another_chain()
    {
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, _small.Length - 1], Gen.Int[1, 60], Gen.Byte.Array[1, 60], Gen.Bool).Sample(
            (kind, place, length, bytes, repairs) =>
            {
                var end = Math.Min(_small.Length, place + length);
                byte[] changed = kind switch
                {
                    0 => [.. _small[..place], .. bytes, .. _small[place..]],
                    1 => [.. _small[..place], .. _small[end..]],
                    2 => [.. _small[..place], .. bytes, .. _small[Math.Min(_small.Length, place + bytes.Length)..]],
                    _ => _small[..place],
                };
                AssertNothingElse(repairs ? RepairAll(changed) : changed);
            },
            iter: 3000);
    }

    [Fact]
    public void Random_bytes_never_throw_and_are_never_a_chain()
    {
        Gen.Select(Gen.Byte.Array[0, 400], Gen.Int[0, 2]).Sample(
            (bytes, beginning) => Assert.NotNull(ChainBytes.FindFault(beginning switch
            {
                0 => bytes,
                1 => [.. _small[..8], .. bytes],
                _ => ChainBytes.Join([ChainBytes.Frame(bytes)]),
            })),
            iter: 3000);
    }

    /// <summary>The longer files with one change a byte, for the time that it takes.</summary>
    private static byte[] MasksFor(string name) => name == "run" ? [0x10] : [0x01, 0x80, 0xFF];

    /// <summary>What is found good is what was written, whole or up to the end of a block.</summary>
    private static void AssertNothingElse(byte[] changed)
    {
        if (ChainBytes.FindFault(changed) is null)
        {
            Assert.Contains(changed.Length, ChainBytes.Ends(_small));
            Assert.Equal(_small[..changed.Length], changed);
        }
    }

    /// <summary>Makes the checksums right along the lengths as they now stand, and the length of what is left fit.</summary>
    private static byte[] RepairAll(byte[] file)
    {
        var repaired = file.ToArray();
        var start = 8;
        while (start + 12 <= repaired.Length)
        {
            var length = (uint)(repaired[start] << 24 | repaired[start + 1] << 16 | repaired[start + 2] << 8 | repaired[start + 3]);
            var end = (int)Math.Min(repaired.Length, start + 12L + length);
            ChainBytes.Number((uint)(end - start - 12)).CopyTo(repaired, start);
            ChainBytes.Repair(repaired[start..end]).CopyTo(repaired, start);
            start = end;
        }

        return repaired;
    }

    /// <summary>The frame that a byte of a good file is in; null for the preamble.</summary>
    private static int? FrameOf(byte[] file, int place) => place < 8 ? null : ChainBytes.Ends(file).Count(end => end <= place) - 1;

    private static void ForEveryByte(byte[] file, byte[] masks, Action<byte[], int> check) => Parallel.For(0, file.Length, place =>
    {
        foreach (var mask in masks)
        {
            var changed = file.ToArray();
            changed[place] ^= mask;
            check(changed, place);
        }
    });

    private static void AssertFault(int height, ChainFaultKind kind, IEnumerable<byte[]> frames)
    {
        var fault = ChainBytes.FindFault(ChainBytes.Join(frames));
        Assert.Equal((height, kind), (fault?.Height, fault?.Kind));
    }
}
