using System.Buffers.Binary;

namespace MovieChain.Ledger;

/// <summary>
/// The records of a block, in order: byte strings that the ledger does not interpret. Immutable. The layout in memory is the layout of the
/// chain file: for each record its length 2, big-endian, and its bytes.
/// </summary>
internal sealed class RecordList
{
    public const int MaxRecordLength = ushort.MaxValue;

    private const int LengthBytes = sizeof(ushort);

    /// <summary>Records per work item: writing a record takes a microsecond or more, so that a few are enough for a thread.</summary>
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

    public int Count => _ends.Length;

    /// <summary>All records, each as its length 2 and its bytes.</summary>
    public ReadOnlySpan<byte> Encoded => _bytes.AsSpan(_start..(_ends is [.., var end] ? end : _start));

    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            var start = (index == 0 ? _start : _ends[index - 1]) + LengthBytes;
            return _bytes.AsSpan(start, _ends[index] - start);
        }
    }

    /// <summary>Makes records of known lengths in parallel.</summary>
    /// <param name="lengths">Length of each record in bytes, 0 to <see cref="MaxRecordLength"/>.</param>
    /// <param name="workers">Thread budget; never affects results.</param>
    /// <param name="write">Writes the record with the given index into a span of zeros.</param>
    /// <exception cref="OverflowException">A record or the whole list is too long.</exception>
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

    /// <summary>Reads the records from <paramref name="start"/> to the end of the array; null if there are not exactly
    /// <paramref name="count"/>. The list keeps the array.</summary>
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

    public sealed class Builder
    {
        private readonly List<int> _ends = [];
        private byte[] _bytes = new byte[1024];
        private int _length;

        /// <summary>Adds a record of the given length and returns its bytes, to be written before the next call.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The length is outside 0 to <see cref="MaxRecordLength"/>.</exception>
        /// <exception cref="OverflowException">All records together exceed two gigabytes.</exception>
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

        public void Add(ReadOnlySpan<byte> record) => record.CopyTo(Add(record.Length));

        public RecordList Build() => new(_bytes.AsSpan(0, _length).ToArray(), 0, [.. _ends]);
    }
}
