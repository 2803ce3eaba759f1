namespace MovieChain.CommandLine;

/// <summary>What the program's exit code says.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Success = 0;

    /// <summary>The program itself failed.</summary>
    public const int InternalError = 1;

    /// <summary>An option, its value, the scenario file or a key file is not right, or a chain is that of another run.</summary>
    public const int InvalidInput = 2;

    /// <summary>A file cannot be read or written, or a rating file holds something else.</summary>
    public const int FileFault = 3;

    /// <summary>A chain or a proof is not valid, or not the one that was asked for.</summary>
    public const int InvalidChain = 4;

    /// <summary>Interrupted from the keyboard.</summary>
    public const int Interrupted = 130;
}
