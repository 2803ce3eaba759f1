namespace MovieChain.CommandLine;

/// <summary>What is said on standard error: always one line.</summary>
internal static class ErrorLine
{
    /// <summary>Writes a line after the program's name.</summary>
    public static void Write(TextWriter error, string message) => error.WriteLine($"MovieChain: {Printable(message.ReplaceLineEndings(" "))}");

    /// <summary>A text that comes from a user or a file, without what a terminal would act on.</summary>
    public static string Printable(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? '?' : letter));
}
