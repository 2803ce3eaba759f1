using MovieChain.Reporting;
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

    /// <summary>Does some work under progress bars on standard error, without any where no person is watching.</summary>
    /// <param name="isShown">Whether the user wants progress bars.</param>
    /// <param name="work">The work. It is given the context to add bars to; null where none is shown.</param>
    public static T WithProgress<T>(bool isShown, Func<ProgressContext?, T> work) =>
        !isShown || Console.IsOutputRedirected || Console.IsErrorRedirected
            ? work(null)
            : AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) })
                .Progress()
                .AutoClear(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .Start(work);
}
