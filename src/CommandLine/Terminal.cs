using MovieChain.Reporting;
using Spectre.Console;

namespace MovieChain.CommandLine;

/// <summary>Writes to a terminal with colours, and to files and pipes as plain text.</summary>
internal static class Terminal
{
    private static volatile bool _hasHiddenCursor;

    /// <summary>What to write before the last line of a program that ends under progress bars: it shows the cursor on a new line.</summary>
    public static string EndOfProgress => _hasHiddenCursor ? "\e[?25h\n" : "";

    /// <summary>Draws a report. Files and pipes get plain text of full width without escape codes and trailing blanks.</summary>
    public static void Write(TextWriter output, Action<IAnsiConsole> draw)
    {
        if (IsTerminal(output))
        {
            AnsiConsole.Console.Profile.Width = ReportWidth.Within(AnsiConsole.Console.Profile.Width);
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

    /// <summary>The columns that a report has on an output.</summary>
    public static int Width(TextWriter output) => IsTerminal(output) ? Math.Max(ReportWidth.Least, AnsiConsole.Console.Profile.Width) : ReportWidth.Most;

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
        console.Profile.Width = ReportWidth.Most;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    /// <summary>Runs work under progress bars on standard error; without bars where output is redirected.</summary>
    /// <param name="isShown">Whether the user wants progress bars.</param>
    /// <param name="work">The work. Its argument takes the bars; null where none are shown.</param>
    public static T WithProgress<T>(bool isShown, Func<ProgressContext?, T> work)
    {
        if (!isShown || Console.IsOutputRedirected || Console.IsErrorRedirected)
        {
            return work(null);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        _hasHiddenCursor = console.Profile.Capabilities.Ansi;
        try
        {
            return console.Progress()
                .AutoClear(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .Start(work);
        }
        finally
        {
            _hasHiddenCursor = false;
        }
    }
}
