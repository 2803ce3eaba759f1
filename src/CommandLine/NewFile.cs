using System.Text;

namespace MovieChain.CommandLine;

/// <summary>A text file that appears whole or not at all: it is written under another name and renamed at the end. A file that exists is never
/// replaced.</summary>
internal sealed class NewFile : IDisposable
{
    private const int BufferLength = 1 << 16;

    private readonly FilePath _file;
    private readonly string _partial;
    private readonly FileStream _stream;
    private readonly StreamWriter _writer;
    private bool _isComplete;

    private NewFile(FilePath file, string partial)
    {
        _file = file;
        _partial = partial;

        // Only the writer has a buffer, so that closing the stream of an incomplete file writes nothing and cannot fail.
        _stream = new FileStream(partial, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        _writer = new StreamWriter(_stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferLength, leaveOpen: true) { NewLine = "\n" };
    }

    /// <summary>Begins a file, so that a long computation is not begun where its result cannot be written.</summary>
    /// <exception cref="RefusalException">The file exists, or cannot be written.</exception>
    public static NewFile Create(FilePath file)
    {
        if (file.Path == FilePath.StandardInput)
        {
            throw file.Refusal(ExitCode.InvalidInput, "must name a file; the report goes to standard output");
        }

        if (Directory.Exists(file.Path))
        {
            throw file.Refusal(ExitCode.FileFault, "is a directory, not a file");
        }

        if (Path.Exists(file.Path))
        {
            throw file.Refusal(ExitCode.InvalidInput, "exists already; name another file");
        }

        var partial = DurableFolder.PartOf(file.Path);
        return Path.Exists(partial)
            ? throw file.Refusal(ExitCode.InvalidInput, $"{partial} exists already: a run is writing it, or ended early; delete it or name another file")
            : file.Use(() => new NewFile(file, partial));
    }

    /// <summary>Writes a part of the file.</summary>
    /// <exception cref="RefusalException">It cannot be written.</exception>
    public void Write(Action<TextWriter> write) => Guard(() => write(_writer));

    /// <summary>Gives the file its name.</summary>
    /// <exception cref="RefusalException">It cannot be written.</exception>
    public void Complete() => Guard(() =>
    {
        _writer.Dispose();
        _stream.Dispose();
        File.Move(_partial, _file.Path, overwrite: false);
        _isComplete = true;
    });

    /// <summary>Deletes a file that is not complete.</summary>
    public void Dispose()
    {
        _stream.Dispose();
        if (_isComplete)
        {
            return;
        }

        try
        {
            File.Delete(_partial);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The fault that ended the run is the one to report.
        }
    }

    private void Guard(Action work) => _file.Use(() =>
    {
        try
        {
            work();
        }
        catch (ArgumentOutOfRangeException fault)
        {
            // .NET reports EFBIG, the operating system's "file too large", as this exception.
            throw new IOException("the file would exceed the largest size allowed", fault);
        }
    });
}
