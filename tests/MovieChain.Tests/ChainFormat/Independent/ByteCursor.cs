using System.Buffers.Binary;
using System.Text;

namespace MovieChain.Tests.ChainFormat.Independent;

/// <summary>Reads bytes from front to back: integers are big-endian, texts are a length of 2 bytes and strict UTF-8.</summary>
internal ref struct ByteCursor(ReadOnlySpan<byte> bytes)
{
    private static readonly UTF8Encoding _strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private ReadOnlySpan<byte> _rest = bytes;

    public readonly int Left => _rest.Length;

    public ReadOnlySpan<byte> Take(long length)
    {
        if (length > _rest.Length)
        {
            throw new InvalidDataException($"{length} bytes are needed, {_rest.Length} are left");
        }

        var taken = _rest[..(int)length];
        _rest = _rest[(int)length..];
        return taken;
    }

    public byte TakeByte() => Take(1)[0];

    public ushort TakeUInt16() => BinaryPrimitives.ReadUInt16BigEndian(Take(2));

    public uint TakeUInt32() => BinaryPrimitives.ReadUInt32BigEndian(Take(4));

    public ulong TakeUInt64() => BinaryPrimitives.ReadUInt64BigEndian(Take(8));

    public string TakeText()
    {
        try
        {
            return _strictUtf8.GetString(Take(TakeUInt16()));
        }
        catch (DecoderFallbackException fault)
        {
            throw new InvalidDataException("a text is not UTF-8", fault);
        }
    }

    public readonly void ExpectEnd()
    {
        if (!_rest.IsEmpty)
        {
            throw new InvalidDataException($"{_rest.Length} bytes too many");
        }
    }
}
