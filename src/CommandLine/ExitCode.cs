namespace MovieChain.CommandLine;

/// <summary>The exit codes of the program.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>The program itself failed.</summary>
    public const int InternalError = 1;

    /// <summary>An option, its value, or the content of a scenario file or key file is invalid, or a chain belongs to another run.</summary>
    public const int InvalidInput = 2;

    /// <summary>A file cannot be read or written, or a rating file is malformed.</summary>
    public const int FileFault = 3;

    /// <summary>A chain or a proof is invalid, or not the expected one.</summary>
    public const int InvalidChain = 4;

    /// <summary>The process may not use as much memory as the work takes.</summary>
    public const int NotEnoughMemory = 5;

    /// <summary>Ended by a signal, such as Ctrl-C.</summary>
    public const int Interrupted = 130;
}
