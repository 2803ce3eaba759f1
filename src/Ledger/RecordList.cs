namespace MovieChain.Ledger;

/// <summary>A block's records in order, each a run of bytes whose meaning is its author's affair. Immutable.</summary>
public sealed class RecordList
{
    private readonly byte[] _bytes;
    private readonly int[] _ends;

    private RecordList(byte[] bytes, int[] ends)
    {
        _bytes = bytes;
        _ends = ends;
    }

    /// <summary>How many records there are.</summary>
    public int Count => _ends.Length;

    /// <summary>A record's bytes.</summary>
    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            var start = index == 0 ? 0 : _ends[index - 1];
            return _bytes.AsSpan(start, _ends[index] - start);
        }
    }

    /// <summary>Makes records of known lengths, several at a time.</summary>
    /// <param name="lengths">The length of each record in bytes.</param>
    /// <param name="workers">Who does the work.</param>
    /// <param name="write">Writes the record of that number into the bytes given, which are zero.</param>
    /// <exception cref="OverflowException">The records together would pass two gigabytes.</exception>
    public static RecordList Create(ReadOnlySpan<int> lengths, Workers workers, Action<int, Span<byte>> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var ends = new int[lengths.Length];
        var length = 0;
        for (var i = 0; i < ends.Length; i++)
        {
            ends[i] = length = checked(length + lengths[i]);
        }

        var bytes = new byte[length];
        workers.ForRanges(ends.Length, (start, end) =>
        {
            for (var i = start; i < end; i++)
            {
                var first = i == 0 ? 0 : ends[i - 1];
                write(i, bytes.AsSpan(first, ends[i] - first));
            }
        });
        return new RecordList(bytes, ends);
    }

    /// <summary>Collects records.</summary>
    public sealed class Builder
    {
        private readonly List<int> _ends = [];
        private byte[] _bytes = new byte[1024];
        private int _length;

        /// <summary>Adds a record of that many bytes, to be written before the next one is added.</summary>
        /// <exception cref="OverflowException">The records together would pass two gigabytes.</exception>
        public Span<byte> Add(int length)
        {
            var start = _length;
            _length = checked(_length + length);
            if (_length > _bytes.Length)
            {
                var doubled = (int)Math.Min(Array.MaxLength, _bytes.Length * 2L);
                Array.Resize(ref _bytes, Math.Max(_length, doubled));
            }

            _ends.Add(_length);
            return _bytes.AsSpan(start, length);
        }

        /// <summary>Adds a record with these bytes.</summary>
        public void Add(ReadOnlySpan<byte> record) => record.CopyTo(Add(record.Length));

        /// <summary>The records so far.</summary>
        public RecordList Build() => new(_bytes.AsSpan(0, _length).ToArray(), [.. _ends]);
    }
}
