using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using MovieChain.CommandLine.Chains;
using MovieChain.CommandLine.Evaluations;
using MovieChain.CommandLine.Runs;
using MovieChain.CommandLine.Studies;

namespace MovieChain.CommandLine;

/// <summary>The program as a function of its arguments. The answer goes to one writer, everything else to the other.</summary>
internal static class Application
{
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
        var parsed = CreateCommand().Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is ParseErrorAction)
        {
            throw new InvalidInputException(parsed.Errors[0].Message);
        }

        if (StrayOption(parsed) is { } stray)
        {
            throw new InvalidInputException($"{stray}: options of {parsed.CommandResult.Command.Name} come after it");
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

    /// <summary>An option of the simulation before another command: it would be parsed and have no effect.</summary>
    private static string? StrayOption(ParseResult parsed) => parsed.CommandResult == parsed.RootCommandResult
        ? null
        : parsed.RootCommandResult.Children.OfType<OptionResult>().FirstOrDefault(option => !option.Implicit)?.Option.Name;

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
