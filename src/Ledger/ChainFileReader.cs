using System.Buffers.Binary;

namespace MovieChain.Ledger;

/// <summary>
/// Reads the blocks of a chain file one by one without keeping them, so that memory does not depend on the length of the file. It checks
/// the layout of <see cref="ChainFileFormat"/>; <see cref="ChainVerifier"/> checks the rules of the chain. Bad bytes become a fault, not
/// an exception, and never cause an allocation larger than the file.
/// </summary>
internal sealed class ChainFileReader : IDisposable
{
    /// <summary>A sealed record ends in as many zeros by chance once in 2^128.</summary>
    private const int ZerosOfACrash = 16;

    private readonly Stream _file;
    private readonly byte[] _head = new byte[ChainFileFormat.HeadLength];

    /// <exception cref="IOException">The file does not exist or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">No permission to read the file, or it is a directory.</exception>
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
            throw new IOException("it is a pipe or device, not a file");
        }

        Length = file.Length;
    }

    /// <summary>Length of the file when it was opened. Bytes appended later are not read.</summary>
    public long Length { get; }

    /// <summary>End of the last block read: the layout is correct up to here.</summary>
    public long End { get; private set; }

    /// <summary>Number of blocks read.</summary>
    public long Count { get; private set; }

    /// <summary>The first fault; null if none was found so far.</summary>
    public ChainFault? Fault { get; private set; }

    /// <summary>Reads the next block; null at the end of the file or at a fault.</summary>
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

    public void Dispose() => _file.Dispose();

    private bool ReadPreamble()
    {
        Span<byte> expected = stackalloc byte[ChainFileFormat.PreambleLength];
        BinaryPrimitives.WriteUInt64BigEndian(expected, ChainFileFormat.Preamble);
        Span<byte> preamble = stackalloc byte[ChainFileFormat.PreambleLength];
        var read = Fill(preamble);
        if (!preamble[..read].SequenceEqual(expected[..read]))
        {
            Fail(IsZeroFrom(preamble[..read]) ? ChainFaultKind.Zeros : ChainFaultKind.Preamble);
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
            return Fail(IsZeroFrom(_head.AsSpan(0, read)) ? ChainFaultKind.Zeros : ChainFaultKind.FrameHead);
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
            var endsInZeros = _file.Position == Length && !payload.AsSpan(length - ZerosOfACrash).ContainsAnyExcept((byte)0);
            return Fail(endsInZeros ? ChainFaultKind.Zeros : ChainFaultKind.Checksum);
        }

        if (ChainFileFormat.TryReadBlock(payload) is not { } block)
        {
            return Fail(ChainFaultKind.Layout);
        }

        End += _head.Length + length;
        return block;
    }

    /// <summary>Fills the span or stops at <see cref="Length"/>; returns the number of bytes read.</summary>
    private int Fill(Span<byte> bytes)
    {
        var length = (int)Math.Min(bytes.Length, Length - _file.Position);
        return _file.ReadAtLeast(bytes[..length], length, throwOnEndOfStream: false);
    }

    /// <summary>Whether these bytes, which were just read, and all after them are zero.</summary>
    private bool IsZeroFrom(scoped ReadOnlySpan<byte> bytes)
    {
        Span<byte> rest = stackalloc byte[4096];
        while (!bytes.IsEmpty && !bytes.ContainsAnyExcept((byte)0))
        {
            if (_file.Position == Length)
            {
                return true;
            }

            bytes = rest[..Fill(rest)];
        }

        return false;
    }

    private Block? Fail(ChainFaultKind kind)
    {
        Fault = new ChainFault(Count, kind, End);
        return null;
    }
}
