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

    /// <summary>Runs the program and returns its exit code.</summary>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error, CancellationToken cancellation = default)
    {
        try
        {
            return await InvokeAsync(arguments, output, error, cancellation).ConfigureAwait(false);
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            // Who ended the token says so. What work fails with when it is ended is not a fault.
            return ExitCode.Interrupted;
        }
        catch (RefusalException fault)
        {
            ErrorLine.Write(error, fault.Message);
            return fault.ExitCode;
        }
        catch (OutOfMemoryException)
        {
            ErrorLine.Write(error, "not enough memory");
            return ExitCode.NotEnoughMemory;
        }
#pragma warning disable CA1031 // Last resort: the user gets one line for any fault, never a stack trace.
        catch (Exception fault)
        {
            ErrorLine.Write(error, $"internal error: {fault.Message}");
            return ExitCode.InternalError;
        }
#pragma warning restore CA1031
    }

    private static Task<int> InvokeAsync(string[] arguments, TextWriter output, TextWriter error, CancellationToken cancellation)
    {
        string[] words = arguments is [Help, .. var topic] ? [.. topic, $"--{Help}"] : arguments;
        var parsed = CreateCommand().Parse(words, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (ParseFaults.Find(parsed) is { } wrong)
        {
            throw new InvalidInputException(wrong);
        }

        var configuration = new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,

            // Signals end the cancellation token that the caller gives.
            ProcessTerminationTimeout = null,
        };
        return parsed.InvokeAsync(configuration, cancellation);
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
