using System.CommandLine;
using MovieChain.CommandLine.Chains;
using MovieChain.CommandLine.Evaluations;
using MovieChain.CommandLine.Runs;
using MovieChain.CommandLine.Studies;

namespace MovieChain.CommandLine;

/// <summary>The program as a function of its arguments. The answer goes to one writer, everything else to the other.</summary>
internal static class Application
{
    /// <summary>As the first word it is the option of this name: the topic follows, as in <c>help compare</c>.</summary>
    private const string Help = "help";

    private static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(500);

    /// <summary>Runs the program and returns its exit code.</summary>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error)
    {
        string[] words = arguments is [Help, .. var topic] ? [.. topic, $"--{Help}"] : arguments;
        var parsed = CreateCommand().Parse(words, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (ParseFaults.Find(parsed) is { } wrong)
        {
            ErrorLine.Write(error, wrong);
            return ExitCode.InvalidInput;
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
        catch (RefusalException fault)
        {
            ErrorLine.Write(error, fault.Message);
            return fault.ExitCode;
        }
        catch (OperationCanceledException)
        {
            ErrorLine.Write(error, "interrupted");
            return ExitCode.Interrupted;
        }
        catch (IOException fault)
        {
            // Faults of the user's files are caught where the files are used. Only the answer itself is left.
            ErrorLine.Write(error, $"the answer cannot be written: {fault.Message}");
            return ExitCode.FileFault;
        }
#pragma warning disable CA1031 // Last resort: the user gets one line for any fault, never a stack trace.
        catch (Exception fault)
        {
            ErrorLine.Write(error, $"internal error: {fault.Message}");
            return ExitCode.InternalError;
        }
#pragma warning restore CA1031
    }

    internal static RootCommand CreateCommand()
    {
        var command = new RunCommand().Create();
        command.Add(new CompareCommand().Create());
        command.Add(new ValueCommand().Create());
        command.Add(new VerifyCommand().Create());
        command.Add(new MineCommand().Create());
        command.Add(new ShowCommand().Create());
        command.Add(new EvaluateCommand().Create());
        return command;
    }
}
