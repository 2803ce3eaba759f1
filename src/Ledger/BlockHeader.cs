using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace MovieChain.Ledger;

/// <summary>
/// Block header: the 96 bytes that are hashed, big-endian. Magic and version 4 · difficulty bits 4 · height 8 · simulated time 8 ·
/// previous hash 32 · Merkle root of the records 32 · nonce 8. The nonce is last, so that all of SHA-256's 64-byte blocks but the
/// last stay the same while mining. Any 96 bytes are a header; <see cref="ChainVerifier"/> checks its contents.
/// </summary>
internal readonly struct BlockHeader
{
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

    /// <summary>Makes a header of this format.</summary>
    /// <param name="difficulty">Difficulty of the block.</param>
    /// <param name="height">Position in the chain; 0 is the genesis block.</param>
    /// <param name="time">Simulated time in seconds.</param>
    /// <param name="previous">Hash of the previous block; zero in the genesis block.</param>
    /// <param name="merkleRoot">Merkle root of the records.</param>
    /// <param name="nonce">The number that mining varies.</param>
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

    /// <summary>Reads a header from its 96 bytes, without checking their contents.</summary>
    /// <exception cref="ArgumentException">The length is not 96 bytes.</exception>
    public BlockHeader(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length)
        {
            throw new ArgumentException($"A header has {Length} bytes, not {bytes.Length}.", nameof(bytes));
        }

        bytes.CopyTo(_bytes);
    }

    [UnscopedRef]
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Whether the header begins with the magic number and format version.</summary>
    public bool HasMagic => BinaryPrimitives.ReadUInt32BigEndian(Bytes) == Magic;

    /// <summary>The stated difficulty in bits. Verification uses the rules of the chain instead.</summary>
    public uint DifficultyBits => BinaryPrimitives.ReadUInt32BigEndian(Bytes[DifficultyStart..]);

    public long Height => BinaryPrimitives.ReadInt64BigEndian(Bytes[HeightStart..]);

    /// <summary>Simulated time in seconds since the start of the simulation.</summary>
    public long Time => BinaryPrimitives.ReadInt64BigEndian(Bytes[TimeStart..]);

    public Hash256 Previous => new(Bytes.Slice(PreviousStart, Hash256.Length));

    public Hash256 MerkleRoot => new(Bytes.Slice(RootStart, Hash256.Length));

    public ulong Nonce => BinaryPrimitives.ReadUInt64BigEndian(Bytes[NonceStart..]);

    public BlockHeader WithNonce(ulong nonce)
    {
        var bytes = _bytes;
        BinaryPrimitives.WriteUInt64BigEndian(((Span<byte>)bytes)[NonceStart..], nonce);
        return new BlockHeader(bytes);
    }

    public Hash256 Hash() => Hash256.Of(Bytes);

    [InlineArray(Length)]
    private struct Storage
    {
        private byte _first;
    }
}
