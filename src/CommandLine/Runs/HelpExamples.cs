using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace MovieChain.CommandLine.Runs;

/// <summary>Adds examples and exit codes to the help of the root command.</summary>
internal static class HelpExamples
{
    private const string Text = """
        Examples:
          dotnet run -- --weeks 20 --difficulty 8               three providers, 20 weeks
          dotnet run -- --access all --customers 20 --seed 7    small providers, all records shared
          dotnet run -- --access Hulu:Netflix,Prime:Netflix     Hulu and Prime read Netflix besides their own records
          dotnet run -- --recommender oracle                    the ceiling
          dotnet run -- --recommender hybrid                    slates learned from the films' public traits
          dotnet run -- --shared-audience 1 --repeat once       all members shared, each film bought once
          dotnet run -- --scenario two.json --format csv        other providers, as CSV
          dotnet run -- --chain run.chain                       write the chain to a file
          dotnet run -- compare own notebook                    what sharing changes for each provider
          dotnet run -- value --consent 1,0.5,0                 what each provider's records are worth
          dotnet run -- mine --difficulty 28                    one hard block
          dotnet run -- verify run.chain                        check every byte and signature of that file
          dotnet run -- show run.chain                          list the blocks of that file

        Exit codes:
          0 success, 1 internal error, 2 invalid input, 3 file cannot be read or written, 4 chain not valid, 5 not enough memory,
          130 interrupted
        """;

    public static void AddTo(RootCommand command)
    {
        foreach (var help in command.Options.OfType<HelpOption>())
        {
            help.Action = new HelpWithExamples((SynchronousCommandLineAction)help.Action!);
        }
    }

    private sealed class HelpWithExamples(SynchronousCommandLineAction help) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var exitCode = help.Invoke(parseResult);
            if (parseResult.CommandResult.Command is RootCommand)
            {
                parseResult.InvocationConfiguration.Output.WriteLine(Text);
            }

            return exitCode;
        }
    }
}
