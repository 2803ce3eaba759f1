using MovieChain.Ledger;

namespace MovieChain.Exchange.Sealing;

/// <summary>The records of a block after a reader has opened those that it can.</summary>
internal sealed class OpenedRecords
{
    private readonly RecordList _records;
    private readonly State[] _states;

    internal OpenedRecords(RecordList records, State[] states, bool isGranted)
    {
        IsGranted = isGranted;
        _records = records;
        _states = states;
        Opened = states.AsSpan().Count(State.Opened);
        Closed = states.AsSpan().Count(State.Closed);
    }

    /// <summary>The access of a reader to a record.</summary>
    internal enum State : byte
    {
        /// <summary>Not an order, but the author record or a grant.</summary>
        None,

        /// <summary>An order that the reader can read.</summary>
        Opened,

        /// <summary>An order that the reader cannot read.</summary>
        Closed,
    }

    /// <summary>Whether the author has granted its records to the reader. If so, closed orders belong to members who have withdrawn,
    /// or were changed.</summary>
    public bool IsGranted { get; }

    /// <summary>The number of all records of the block.</summary>
    public int Count => _states.Length;

    public int Opened { get; }

    public int Closed { get; }

    public bool IsOpened(int index) => _states[index] == State.Opened;

    /// <summary>An opened order in the clear.</summary>
    /// <exception cref="InvalidOperationException">The record is not an opened order.</exception>
    public ReadOnlySpan<byte> this[int index] =>
        IsOpened(index) ? _records[index] : throw new InvalidOperationException($"Record {index} is not an opened order.");
}
