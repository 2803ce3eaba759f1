namespace MovieChain.CommandLine;

/// <summary>What was asked for cannot be done; the message is the one line that says why.</summary>
/// <param name="exitCode">What the program ends with.</param>
/// <param name="message">The line.</param>
internal class RefusalException(int exitCode, string message) : Exception(message)
{
    /// <summary>What the program ends with.</summary>
    public int ExitCode { get; } = exitCode;
}
