namespace MovieChain.Evaluation.Files;

/// <summary>A stream whose beginning can be looked at before it is read; the inner stream need not be seekable.</summary>
internal sealed class PeekStream(Stream inner) : Stream
{
    private byte[] _ahead = [];
    private int _start;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>The next bytes, which are read again later; fewer than asked for only at the end.</summary>
    public ReadOnlySpan<byte> Peek(int length)
    {
        if (_ahead.Length - _start < length)
        {
            var bytes = new byte[length];
            var known = _ahead.AsSpan(_start);
            known.CopyTo(bytes);
            var count = known.Length + inner.ReadAtLeast(bytes.AsSpan(known.Length), length - known.Length, throwOnEndOfStream: false);
            (_ahead, _start) = (bytes[..count], 0);
        }

        return _ahead.AsSpan(_start, Math.Min(length, _ahead.Length - _start));
    }

    public override int Read(Span<byte> buffer)
    {
        var known = _ahead.AsSpan(_start);
        if (known.IsEmpty)
        {
            return inner.Read(buffer);
        }

        var count = Math.Min(known.Length, buffer.Length);
        known[..count].CopyTo(buffer);
        _start += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
