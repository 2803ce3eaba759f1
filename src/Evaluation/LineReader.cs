namespace MovieChain.Evaluation;

/// <summary>Reads a stream line by line as bytes. A line ends with LF or CRLF; the last line end is optional.</summary>
internal sealed class LineReader(Stream stream)
{
    /// <summary>Longest line in bytes: a thousand times the length of a list of 99 films.</summary>
    public const int MaxLength = 1 << 20;

    private readonly byte[] _buffer = new byte[MaxLength + 2];
    private int _start;
    private int _end;
    private bool _isAtEnd;

    /// <summary>Number of the last line read, from 1; 0 before the first.</summary>
    public long Number { get; private set; }

    /// <summary>Reads the next line without its line end; the span is valid until the next call. False at the end of the stream.</summary>
    /// <exception cref="MalformedFileException">A line is longer than <see cref="MaxLength"/>.</exception>
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
