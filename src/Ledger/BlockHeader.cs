using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace MovieChain.Ledger;

/// <summary>
/// What is hashed of a block: 96 bytes, big-endian. Magic and version 4 · difficulty bits 4 · height 8 · simulated time 8 ·
/// previous hash 32 · Merkle root of the records 32 · nonce 8. The nonce stands last, so that all but the last of SHA-256's
/// 64-byte blocks stays the same while mining. The header is its bytes: any 96 bytes can be held and be judged by verification.
/// </summary>
internal readonly struct BlockHeader
{
    /// <summary>A header's length in bytes.</summary>
    public const int Length = 96;

    /// <summary>"MVC" and the version of the format, 1.</summary>
    public const uint Magic = 0x4D564301;

    private const int DifficultyStart = 4;
    private const int HeightStart = 8;
    private const int TimeStart = 16;
    private const int PreviousStart = 24;
    private const int RootStart = 56;
    private const int NonceStart = 88;

    private readonly Storage _bytes;

    /// <summary>A header of this format.</summary>
    /// <param name="difficulty">The difficulty that the block was mined at.</param>
    /// <param name="height">The block's place in the chain; genesis is 0.</param>
    /// <param name="time">The simulated time in seconds.</param>
    /// <param name="previous">The hash of the block before; zero for genesis.</param>
    /// <param name="merkleRoot">The Merkle root of the records.</param>
    /// <param name="nonce">The number that makes the hash fit.</param>
    public BlockHeader(Difficulty difficulty, long height, long time, Hash256 previous, Hash256 merkleRoot, ulong nonce)
    {
        Span<byte> bytes = _bytes;
        BinaryPrimitives.WriteUInt32BigEndian(bytes, Magic);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[DifficultyStart..], (uint)difficulty.Bits);
        BinaryPrimitives.WriteInt64BigEndian(bytes[HeightStart..], height);
        BinaryPrimitives.WriteInt64BigEndian(bytes[TimeStart..], time);
        previous.CopyTo(bytes[PreviousStart..]);
        merkleRoot.CopyTo(bytes[RootStart..]);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[NonceStart..], nonce);
    }

    /// <summary>The header whose 96 bytes are given, whatever they say.</summary>
    /// <exception cref="ArgumentException">There are not exactly 96 bytes.</exception>
    public BlockHeader(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length)
        {
            throw new ArgumentException($"A header has {Length} bytes, not {bytes.Length}.", nameof(bytes));
        }

        bytes.CopyTo(_bytes);
    }

    /// <summary>The 96 bytes.</summary>
    [UnscopedRef]
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Whether the header begins with the magic number and version of this format.</summary>
    public bool HasMagic => BinaryPrimitives.ReadUInt32BigEndian(Bytes) == Magic;

    /// <summary>The difficulty that the header claims, in bits. Verification goes by the chain's rules instead.</summary>
    public uint DifficultyBits => BinaryPrimitives.ReadUInt32BigEndian(Bytes[DifficultyStart..]);

    /// <summary>The block's place in the chain.</summary>
    public long Height => BinaryPrimitives.ReadInt64BigEndian(Bytes[HeightStart..]);

    /// <summary>The simulated time, in seconds since the simulation began.</summary>
    public long Time => BinaryPrimitives.ReadInt64BigEndian(Bytes[TimeStart..]);

    /// <summary>The hash of the block before.</summary>
    public Hash256 Previous => new(Bytes.Slice(PreviousStart, Hash256.Length));

    /// <summary>The Merkle root of the records.</summary>
    public Hash256 MerkleRoot => new(Bytes.Slice(RootStart, Hash256.Length));

    /// <summary>The number that makes the hash fit.</summary>
    public ulong Nonce => BinaryPrimitives.ReadUInt64BigEndian(Bytes[NonceStart..]);

    /// <summary>The same header with another nonce.</summary>
    public BlockHeader WithNonce(ulong nonce)
    {
        var bytes = _bytes;
        BinaryPrimitives.WriteUInt64BigEndian(((Span<byte>)bytes)[NonceStart..], nonce);
        return new BlockHeader(bytes);
    }

    /// <summary>The block's hash.</summary>
    public Hash256 Hash() => Hash256.Of(Bytes);

    [InlineArray(Length)]
    private struct Storage
    {
        private byte _first;
    }
}
