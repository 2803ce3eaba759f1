using System.Buffers.Binary;

namespace MovieChain.Ledger;

/// <summary>
/// Reads the blocks of a chain's file one after the other and keeps none of them, so that a file of any length can pass through. It
/// sees to it that the file is laid out as <see cref="ChainFileFormat"/> says; whether the blocks make a chain is for
/// <see cref="ChainVerifier"/> to judge. It does not throw on bad bytes, and allocates nothing that the file is too short for.
/// </summary>
internal sealed class ChainFileReader : IDisposable
{
    private readonly Stream _file;
    private readonly byte[] _head = new byte[ChainFileFormat.HeadLength];

    /// <summary>Opens a file.</summary>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or is a directory.</exception>
    public ChainFileReader(string path)
        : this(new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.Open,
            Access = FileAccess.Read,
            Share = FileShare.ReadWrite | FileShare.Delete,
            BufferSize = 0,
            Options = FileOptions.SequentialScan,
        }))
    {
    }

    internal ChainFileReader(Stream file)
    {
        _file = file;
        if (!file.CanSeek)
        {
            file.Dispose();
            throw new IOException("not a file but a stream, whose length is not known");
        }

        Length = file.Length;
    }

    /// <summary>How long the file was when it was opened. What is appended later is not read.</summary>
    public long Length { get; }

    /// <summary>Where the last block that was read ends: so much of the file is laid out well.</summary>
    public long End { get; private set; }

    /// <summary>How many blocks were read.</summary>
    public long Count { get; private set; }

    /// <summary>What is wrong with the file; null as long as nothing was found.</summary>
    public ChainFault? Fault { get; private set; }

    /// <summary>Reads the next block; null where the file ends or has a fault.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public BlockInFile? Read()
    {
        if (Fault is not null || (End == 0 && !ReadPreamble()) || End == Length)
        {
            return null;
        }

        var offset = End;
        if (ReadFrame() is not { } block)
        {
            return null;
        }

        Count++;
        return new BlockInFile(block, offset, End);
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private bool ReadPreamble()
    {
        Span<byte> expected = stackalloc byte[ChainFileFormat.PreambleLength];
        BinaryPrimitives.WriteUInt64BigEndian(expected, ChainFileFormat.Preamble);
        Span<byte> preamble = stackalloc byte[ChainFileFormat.PreambleLength];
        var read = Fill(preamble);
        if (!preamble[..read].SequenceEqual(expected[..read]))
        {
            Fail(ChainFaultKind.Preamble);
            return false;
        }

        if (read < preamble.Length)
        {
            Fail(ChainFaultKind.Truncated);
            return false;
        }

        End = read;
        return true;
    }

    private Block? ReadFrame()
    {
        var read = Fill(_head);
        if (read < ChainFileFormat.LengthAndChecksum)
        {
            return Fail(ChainFaultKind.Truncated);
        }

        if (ChainFileFormat.PayloadLength(_head) is not { } length)
        {
            return Fail(ChainFaultKind.FrameHead);
        }

        if (read < _head.Length || length > Length - End - _head.Length)
        {
            return Fail(ChainFaultKind.Truncated);
        }

        var payload = GC.AllocateUninitializedArray<byte>(length);
        if (Fill(payload) < length)
        {
            return Fail(ChainFaultKind.Truncated);
        }

        if (!ChainFileFormat.HasChecksum(_head, payload))
        {
            return Fail(ChainFaultKind.Checksum);
        }

        if (ChainFileFormat.TryReadBlock(payload) is not { } block)
        {
            return Fail(ChainFaultKind.Layout);
        }

        End += _head.Length + length;
        return block;
    }

    /// <summary>Reads as much as fits or is there, but nothing that was appended after the file was opened.</summary>
    private int Fill(Span<byte> bytes)
    {
        var length = (int)Math.Min(bytes.Length, Length - _file.Position);
        return _file.ReadAtLeast(bytes[..length], length, throwOnEndOfStream: false);
    }

    private Block? Fail(ChainFaultKind kind)
    {
        Fault = new ChainFault(Count, kind, End);
        return null;
    }
}
