namespace MovieChain.CommandLine;

/// <summary>What the program's exit code says.</summary>
internal static class ExitCode
{
    /// <summary>All went well.</summary>
    public const int Success = 0;

    /// <summary>The program itself failed.</summary>
    public const int InternalError = 1;

    /// <summary>An option, its value or the scenario file is not right.</summary>
    public const int InvalidInput = 2;

    /// <summary>A chain's file cannot be read or written.</summary>
    public const int FileFault = 3;

    /// <summary>The chain did not pass verification.</summary>
    public const int InvalidChain = 4;

    /// <summary>Interrupted from the keyboard.</summary>
    public const int Interrupted = 130;
}
