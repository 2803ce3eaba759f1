using MovieChain.Reporting.Runs;
using Spectre.Console;

namespace MovieChain.CommandLine;

/// <summary>Where text goes: to a terminal with colours, or elsewhere as plain text.</summary>
internal static class Terminal
{
    /// <summary>Draws a report. Anything but a terminal gets plain text of full width, without escape codes and trailing blanks.</summary>
    public static void Write(TextWriter output, Action<IAnsiConsole> draw)
    {
        if (IsTerminal(output))
        {
            draw(AnsiConsole.Console);
            return;
        }

        using var text = new StringWriter();
        draw(PlainText(text));
        foreach (var line in text.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            output.WriteLine(line.TrimEnd());
        }
    }

    /// <summary>How many columns there are to write in. Anything but a terminal has as many as a report takes.</summary>
    public static int Width(TextWriter output) => IsTerminal(output) ? AnsiConsole.Console.Profile.Width : TableReport.MaxWidth;

    private static bool IsTerminal(TextWriter output) => output == Console.Out && !Console.IsOutputRedirected;

    private static IAnsiConsole PlainText(TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = TableReport.MaxWidth;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    /// <summary>A console on standard error for what is not the answer; null where no person is watching.</summary>
    public static IAnsiConsole? ForProgress() => Console.IsOutputRedirected || Console.IsErrorRedirected
        ? null
        : AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
}
