using MovieChain.Ledger;

namespace MovieChain.Sealing;

/// <summary>What a reader sees of a block's orders.</summary>
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

    /// <summary>What a record is to a reader.</summary>
    internal enum State : byte
    {
        /// <summary>No order: it names the author or grants a key.</summary>
        None,

        /// <summary>An order that can be read.</summary>
        Opened,

        /// <summary>An order that cannot be read.</summary>
        Closed,
    }

    /// <summary>Whether the author has granted the reader its records. Where it has, what stays closed belongs to members who have
    /// withdrawn, or was tampered with.</summary>
    public bool IsGranted { get; }

    /// <summary>How many records the block holds, orders and others.</summary>
    public int Count => _states.Length;

    /// <summary>How many orders can be read.</summary>
    public int Opened { get; }

    /// <summary>How many orders cannot be read.</summary>
    public int Closed { get; }

    /// <summary>Whether a record is an order that can be read.</summary>
    public bool IsOpened(int index) => _states[index] == State.Opened;

    /// <summary>The order in the clear.</summary>
    /// <exception cref="InvalidOperationException">The record is no order that can be read.</exception>
    public ReadOnlySpan<byte> this[int index] =>
        IsOpened(index) ? _records[index] : throw new InvalidOperationException($"Record {index} is no order that can be read.");
}
