using System.Buffers.Binary;

namespace MovieChain.Ledger;

/// <summary>
/// A block's records in order, each a run of bytes whose meaning is its author's affair. Immutable. In memory they lie as in a chain's
/// file: one behind the other, each as length 2, big-endian, and its bytes.
/// </summary>
internal sealed class RecordList
{
    /// <summary>The most bytes that a record may have.</summary>
    public const int MaxRecordLength = ushort.MaxValue;

    private const int LengthBytes = sizeof(ushort);

    /// <summary>Whoever makes records several at a time has a microsecond or more to do for each: few are enough for a thread.</summary>
    private const int RangeLength = 16;

    private readonly byte[] _bytes;
    private readonly int _start;
    private readonly int[] _ends;

    private RecordList(byte[] bytes, int start, int[] ends)
    {
        _bytes = bytes;
        _start = start;
        _ends = ends;
    }

    /// <summary>How many records there are.</summary>
    public int Count => _ends.Length;

    /// <summary>All records, each as length 2 and its bytes.</summary>
    public ReadOnlySpan<byte> Encoded => _bytes.AsSpan(_start..(_ends is [.., var end] ? end : _start));

    /// <summary>A record's bytes.</summary>
    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            var start = (index == 0 ? _start : _ends[index - 1]) + LengthBytes;
            return _bytes.AsSpan(start, _ends[index] - start);
        }
    }

    /// <summary>Makes records of known lengths, several at a time.</summary>
    /// <param name="lengths">The length of each record in bytes, 0 to <see cref="MaxRecordLength"/>.</param>
    /// <param name="workers">Who does the work.</param>
    /// <param name="write">Writes the record of that number into the bytes given, which are zero.</param>
    /// <exception cref="OverflowException">A record or all together would be too long.</exception>
    public static RecordList Create(ReadOnlySpan<int> lengths, Workers workers, Action<int, Span<byte>> write)
    {
        var ends = new int[lengths.Length];
        var length = 0;
        for (var i = 0; i < ends.Length; i++)
        {
            ends[i] = length = checked(length + LengthBytes + (ushort)lengths[i]);
        }

        var bytes = new byte[length];
        workers.ForRanges(ends.Length, RangeLength, (start, end) =>
        {
            for (var i = start; i < end; i++)
            {
                var record = bytes.AsSpan((i == 0 ? 0 : ends[i - 1])..ends[i]);
                BinaryPrimitives.WriteUInt16BigEndian(record, (ushort)(record.Length - LengthBytes));
                write(i, record[LengthBytes..]);
            }
        });
        return new RecordList(bytes, 0, ends);
    }

    /// <summary>The records that fill bytes from a place to the end; null when they are not exactly that many. The bytes become the list's.</summary>
    internal static RecordList? TryRead(byte[] bytes, int start, uint count)
    {
        // Nothing is allocated for a count that the bytes cannot hold.
        if (count > (bytes.Length - start) / LengthBytes)
        {
            return null;
        }

        var ends = GC.AllocateUninitializedArray<int>((int)count);
        var end = start;
        for (var i = 0; i < ends.Length; i++)
        {
            if (!BinaryPrimitives.TryReadUInt16BigEndian(bytes.AsSpan(end), out var length) || bytes.Length - end - LengthBytes < length)
            {
                return null;
            }

            end += LengthBytes + length;
            ends[i] = end;
        }

        return end == bytes.Length ? new RecordList(bytes, start, ends) : null;
    }

    /// <summary>Collects records.</summary>
    public sealed class Builder
    {
        private readonly List<int> _ends = [];
        private byte[] _bytes = new byte[1024];
        private int _length;

        /// <summary>Adds a record of that many bytes, to be written before the next one is added.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The length does not lie within 0 to <see cref="MaxRecordLength"/>.</exception>
        /// <exception cref="OverflowException">The records together would pass two gigabytes.</exception>
        public Span<byte> Add(int length)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(length);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(length, MaxRecordLength);
            var start = _length;
            _length = checked(_length + LengthBytes + length);
            if (_length > _bytes.Length)
            {
                var doubled = (int)Math.Min(Array.MaxLength, _bytes.Length * 2L);
                Array.Resize(ref _bytes, Math.Max(_length, doubled));
            }

            BinaryPrimitives.WriteUInt16BigEndian(_bytes.AsSpan(start), (ushort)length);
            _ends.Add(_length);
            return _bytes.AsSpan(start + LengthBytes, length);
        }

        /// <summary>Adds a record with these bytes.</summary>
        public void Add(ReadOnlySpan<byte> record) => record.CopyTo(Add(record.Length));

        /// <summary>The records so far.</summary>
        public RecordList Build() => new(_bytes.AsSpan(0, _length).ToArray(), 0, [.. _ends]);
    }
}
