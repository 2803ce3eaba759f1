using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace MovieChain.Ledger.Hashing;

/// <summary>The message with a given index.</summary>
internal delegate ReadOnlySpan<byte> MessageAt(int number);

/// <summary>Hashes messages of different lengths, one per lane: the hash of a lane is read after its own last block.</summary>
internal static class MessageHashing<TLanes>
    where TLanes : struct, ILanes<TLanes>
{
    private const int BlockLength = 64;
    private const int BlockWords = 16;
    private const int ScheduleWords = 64;
    private const int HashWords = 8;

    /// <summary>Longer messages are hashed one by one with the library, because the other lanes would be idle.</summary>
    private const int MaxBlocks = 6;

    /// <summary>Shortest padding: a byte with the 1 bit, and the message length in bits.</summary>
    private const int MinPadding = 1 + sizeof(ulong);

    /// <summary>Hashes prefix ∥ message for each message, and writes hashes of 32 bytes one after the other.</summary>
    public static void HashAll(byte prefix, int count, MessageAt messageAt, Span<byte> hashes)
    {
        Span<int> blocks = stackalloc int[TLanes.Count];
        var blockWords = Scratch<TLanes>.Words.Slice(ScheduleWords, MaxBlocks * BlockWords);
        for (var first = 0; first < count; first += TLanes.Count)
        {
            var batch = hashes[(first * Hash256.Length)..Math.Min((first + TLanes.Count) * Hash256.Length, hashes.Length)];
            blocks.Clear();
            for (var lane = 0; lane < Math.Min(TLanes.Count, count - first); lane++)
            {
                var message = messageAt(first + lane);
                var needed = (1 + message.Length + MinPadding + BlockLength - 1) / BlockLength;
                if (needed > MaxBlocks || TLanes.Count == 1)
                {
                    HashAlone(prefix, message, batch.Slice(lane * Hash256.Length, Hash256.Length));
                    continue;
                }

                blocks[lane] = needed;
                WritePadded(prefix, message, needed, MemoryMarshal.Cast<TLanes, uint>(blockWords)[lane..]);
            }

            HashBlocks(blocks, blockWords, batch);
        }
    }

    private static void HashBlocks(ReadOnlySpan<int> blocks, ReadOnlySpan<TLanes> blockWords, Span<byte> hashes)
    {
        var w = Scratch<TLanes>.Words[..ScheduleWords];
        Span<Compression<TLanes>> state = [Compression<TLanes>.Initial];
        for (var done = 0; blocks.ContainsAnyExceptInRange(0, done); done++)
        {
            blockWords.Slice(done * BlockWords, BlockWords).CopyTo(w);
            state[0].AddBlock(w);
            var words = MemoryMarshal.Cast<Compression<TLanes>, uint>(state);
            for (var lane = 0; lane < blocks.Length; lane++)
            {
                if (blocks[lane] == done + 1)
                {
                    ReadHash(words[lane..], hashes.Slice(lane * Hash256.Length, Hash256.Length));
                }
            }
        }
    }

    /// <summary>Writes a message padded to whole blocks (FIPS 180-4, section 5.1.1) into one lane; <paramref name="words"/> starts at that lane.</summary>
    private static void WritePadded(byte prefix, ReadOnlySpan<byte> message, int blocks, Span<uint> words)
    {
        Span<byte> padded = stackalloc byte[MaxBlocks * BlockLength];
        padded = padded[..(blocks * BlockLength)];
        padded[0] = prefix;
        message.CopyTo(padded[1..]);
        padded[1 + message.Length] = 0x80;
        padded[(1 + message.Length + 1)..].Clear();
        BinaryPrimitives.WriteUInt64BigEndian(padded[^sizeof(ulong)..], 8 * (ulong)(1 + message.Length));
        for (var word = 0; word < blocks * BlockWords; word++)
        {
            words[word * TLanes.Count] = BinaryPrimitives.ReadUInt32BigEndian(padded[(word * sizeof(uint))..]);
        }
    }

    private static void ReadHash(ReadOnlySpan<uint> words, Span<byte> hash)
    {
        for (var word = 0; word < HashWords; word++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(hash[(word * sizeof(uint))..], words[word * TLanes.Count]);
        }
    }

    private static void HashAlone(byte prefix, ReadOnlySpan<byte> message, Span<byte> hash)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(1 + message.Length);
        bytes[0] = prefix;
        message.CopyTo(bytes.AsSpan(1));
        SHA256.HashData(bytes.AsSpan(0, 1 + message.Length), hash);
        ArrayPool<byte>.Shared.Return(bytes);
    }
}
