using System.Text;

namespace MovieChain.CommandLine;

/// <summary>A standard stream that may be closed, full or limited in length.</summary>
internal sealed class GuardedWriter : TextWriter
{
    private readonly TextWriter _inner;
    private readonly Action<Exception> _onFault;
    private readonly Lock _gate = new();
    private bool _isEnded;

    private GuardedWriter(TextWriter inner, Action<Exception> onFault)
        : base(inner.FormatProvider)
    {
        _inner = inner;
        _onFault = onFault;
        CoreNewLine = inner.NewLine.ToCharArray();
    }

    public override Encoding Encoding => _inner.Encoding;

    /// <summary>For the answer: where it cannot be written, the program ends.</summary>
    /// <exception cref="RefusalException">Thrown by all methods that write.</exception>
    public static GuardedWriter ForAnswer(TextWriter inner) => new(inner, fault => throw new RefusalException(
        CommandLine.ExitCode.FileFault,
        $"the answer cannot be written: {(fault is ArgumentOutOfRangeException ? "the file would exceed the largest size allowed" : fault.Message)}"));

    /// <summary>For messages and progress: where they cannot be written, the program goes on without.</summary>
    public static GuardedWriter ForMessages(TextWriter inner) => new(inner, _ => { });

    public override void Write(char value) => Guard(() => _inner.Write(value));

    public override void Write(string? value) => Guard(() => _inner.Write(value));

    public override void Write(char[] buffer, int index, int count) => Guard(() => _inner.Write(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

    // In one piece, so that lines of several threads do not mix.
    public override void WriteLine(string? value) => Write(value + NewLine);

    public override void Flush() => Guard(_inner.Flush);

    /// <summary>Writes a text, and nothing after it.</summary>
    public void End(string last)
    {
        lock (_gate)
        {
            Write(last);
            _isEnded = true;
        }
    }

    private void Guard(Action write)
    {
        lock (_gate)
        {
            if (_isEnded)
            {
                return;
            }

            try
            {
                write();
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
            {
                // .NET reports a closed stream as UnauthorizedAccessException, and EFBIG, a file too large, as ArgumentOutOfRangeException.
                _onFault(fault);
            }
        }
    }
}
