using System.CommandLine;
using System.CommandLine.Invocation;

namespace MovieChain.CommandLine;

/// <summary>The program as a function of its arguments: the answer goes to one writer, everything else to another.</summary>
internal static class Application
{
    private static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(500);

    /// <summary>Runs the program and returns its exit code.</summary>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error)
    {
        var root = new RunCommand().Create();
        root.Subcommands.Add(new MineCommand().Create());
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
        {
            return Refuse(error, parsed.Errors[0].Message);
        }

        var configuration = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = _patience,
        };
        try
        {
            return await parsed.InvokeAsync(configuration).ConfigureAwait(false);
        }
        catch (InvalidInputException fault)
        {
            return Refuse(error, fault.Message);
        }
        catch (OperationCanceledException)
        {
            error.WriteLine("MovieChain: interrupted");
            return ExitCode.Interrupted;
        }
#pragma warning disable CA1031 // The last resort: whatever it is, the user gets one line and no stack trace.
        catch (Exception fault)
        {
            error.WriteLine($"MovieChain: internal error: {fault.Message}");
            return ExitCode.InternalError;
        }
#pragma warning restore CA1031
    }

    private static int Refuse(TextWriter error, string message)
    {
        // What the user wrote stands in the message: a terminal must not act on it.
        error.WriteLine($"MovieChain: {string.Concat(message.ReplaceLineEndings(" ").Select(c => char.IsControl(c) ? '?' : c))}");
        return ExitCode.InvalidInput;
    }
}
