using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace MovieChain.Ledger;

/// <summary>A SHA-256 hash: an unsigned big-endian number of 256 bits. The default is 32 zero bytes.</summary>
internal readonly record struct Hash256
{
    public const int Length = 32;

    private readonly ulong _first;
    private readonly ulong _second;
    private readonly ulong _third;
    private readonly ulong _fourth;

    /// <exception cref="ArgumentException">The length is not 32 bytes.</exception>
    public Hash256(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Length)
        {
            throw new ArgumentException($"A SHA-256 hash has {Length} bytes, not {bytes.Length}.", nameof(bytes));
        }

        _first = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        _second = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        _third = BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]);
        _fourth = BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]);
    }

    /// <summary>Number of leading zero bits, 0 to 256.</summary>
    public int LeadingZeroBits =>
        _first != 0 ? BitOperations.LeadingZeroCount(_first)
        : _second != 0 ? 64 + BitOperations.LeadingZeroCount(_second)
        : _third != 0 ? 128 + BitOperations.LeadingZeroCount(_third)
        : 192 + BitOperations.LeadingZeroCount(_fourth);

    /// <summary>Reads a hash from 64 hexadecimal digits; false for any other text.</summary>
    public static bool TryParse(string text, out Hash256 hash)
    {
        Span<byte> bytes = stackalloc byte[Length];
        var isHash = text.Length == 2 * Length && Convert.FromHexString(text, bytes, out _, out _) == OperationStatus.Done;
        hash = isHash ? new Hash256(bytes) : default;
        return isHash;
    }

    /// <summary>The SHA-256 hash of data (FIPS 180-4).</summary>
    public static Hash256 Of(ReadOnlySpan<byte> data)
    {
        Span<byte> bytes = stackalloc byte[Length];
        SHA256.HashData(data, bytes);
        return new Hash256(bytes);
    }

    public void CopyTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt64BigEndian(destination, _first);
        BinaryPrimitives.WriteUInt64BigEndian(destination[8..], _second);
        BinaryPrimitives.WriteUInt64BigEndian(destination[16..], _third);
        BinaryPrimitives.WriteUInt64BigEndian(destination[24..], _fourth);
    }

    /// <summary>The hash as 64 lower-case hexadecimal digits.</summary>
    public override string ToString() => $"{_first:x16}{_second:x16}{_third:x16}{_fourth:x16}";
}
