namespace MovieChain.Evaluation;

/// <summary>Reads a stream line by line as bytes. A line ends with LF or CRLF; the last one may do without.</summary>
internal sealed class LineReader(Stream stream)
{
    /// <summary>The most bytes that a line may have: a list of 99 films takes a thousandth of that.</summary>
    public const int MaxLength = 1 << 20;

    private readonly byte[] _buffer = new byte[MaxLength + 2];
    private int _start;
    private int _end;
    private bool _isAtEnd;

    /// <summary>The number of the line that was read last, from 1; 0 before the first.</summary>
    public long Number { get; private set; }

    /// <summary>The next line without its end; it is there until the next call. False when there is none.</summary>
    /// <exception cref="MalformedFileException">A line is longer than any of these files has.</exception>
    public bool TryRead(out ReadOnlySpan<byte> line)
    {
        var scanned = 0;
        while (true)
        {
            var length = _buffer.AsSpan((_start + scanned).._end).IndexOf((byte)'\n');
            if (length >= 0)
            {
                line = Take(scanned + length, lineEnd: 1);
                return true;
            }

            scanned = _end - _start;
            if (scanned > MaxLength)
            {
                throw new MalformedFileException(Number + 1, $"is longer than {MaxLength} bytes");
            }

            if (_isAtEnd)
            {
                line = scanned > 0 ? Take(scanned, lineEnd: 0) : default;
                return scanned > 0;
            }

            Fill();
        }
    }

    private ReadOnlySpan<byte> Take(int length, int lineEnd)
    {
        var line = _buffer.AsSpan(_start, length);
        _start += length + lineEnd;
        Number++;
        return line is [.. var text, (byte)'\r'] ? text : line;
    }

    private void Fill()
    {
        _buffer.AsSpan(_start.._end).CopyTo(_buffer);
        _end -= _start;
        _start = 0;
        var read = stream.Read(_buffer.AsSpan(_end));
        _end += read;
        _isAtEnd = read == 0;
    }
}
