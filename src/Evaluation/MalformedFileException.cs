namespace MovieChain.Evaluation;

/// <summary>A file is not what it should be; the message says what and, where it is one line's fault, begins with the line's number.</summary>
internal sealed class MalformedFileException : Exception
{
    /// <summary>What is wrong with the whole file.</summary>
    public MalformedFileException(string message)
        : base(message)
    {
    }

    /// <summary>What is wrong with a line, counted from 1.</summary>
    public MalformedFileException(long line, string message)
        : base($"line {line}: {message}") => Line = line;

    /// <summary>The line, counted from 1; null where no single line is at fault.</summary>
    public long? Line { get; }
}
