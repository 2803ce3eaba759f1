namespace MovieChain.Evaluation;

/// <summary>A file has the wrong format. The message says why and begins with the line number if a single line is wrong.</summary>
internal sealed class MalformedFileException : Exception
{
    public MalformedFileException(string message)
        : base(message)
    {
    }

    public MalformedFileException(long line, string message)
        : base($"line {line}: {message}") => Line = line;

    /// <summary>The line number, from 1; null if no single line is wrong.</summary>
    public long? Line { get; }
}
