using MovieChain.Reporting;

namespace MovieChain.CommandLine;

/// <summary>Messages on standard error, one line each.</summary>
internal static class ErrorLine
{
    /// <summary>A message may quote a file, whose texts have any length.</summary>
    private const int MaxColumns = 1000;

    /// <summary>Writes a line.</summary>
    public static void Write(TextWriter error, string message) => error.Write(Of(message, error.NewLine));

    /// <summary>The line after the program's name. Control characters of quoted texts are replaced.</summary>
    public static string Of(string message, string newLine) =>
        $"MovieChain: {Printable.Shorten(Printable.Of(message.ReplaceLineEndings(" ")), MaxColumns)}{newLine}";
}
