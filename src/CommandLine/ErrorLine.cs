using MovieChain.Reporting;

namespace MovieChain.CommandLine;

/// <summary>What is said on standard error: always one line.</summary>
internal static class ErrorLine
{
    /// <summary>A file may hold texts of any length.</summary>
    private const int MaxColumns = 1000;

    /// <summary>Writes a line after the program's name. A text in it may come from a user or a file.</summary>
    public static void Write(TextWriter error, string message) => error.WriteLine($"MovieChain: {Printable.Shorten(Printable.Of(message.ReplaceLineEndings(" ")), MaxColumns)}");
}
