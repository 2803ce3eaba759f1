using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace MovieChain.CommandLine.Runs;

/// <summary>Adds examples and exit codes to the help of the root command.</summary>
internal static class HelpExamples
{
    private const string Text = """
        Examples:
          dotnet run -- --weeks 20 --difficulty 8               the design card's run: three providers, 20 weeks
          dotnet run -- --access all --customers 20 --seed 7    small providers that share everything
          dotnet run -- --access Hulu:Netflix,Prime:Netflix     Hulu and Prime read Netflix besides themselves
          dotnet run -- --recommender oracle                    the ceiling
          dotnet run -- --recommender hybrid                    slates by the films' public traits as well
          dotnet run -- --shared-audience 1 --repeat once       members of all providers, who buy a film once
          dotnet run -- --scenario two.json --format csv        other providers, for a spreadsheet
          dotnet run -- --chain run.chain                       keep the chain in a file, so that it can be continued
          dotnet run -- compare own notebook                    what sharing is worth to whom, with intervals
          dotnet run -- value --consent 1,0.5,0                 what each provider's records are worth, by consent
          dotnet run -- mine --difficulty 28                    one hard block
          dotnet run -- verify run.chain                        check every byte and signature of that file
          dotnet run -- show run.chain                          what stands in that file, block by block

        Exit codes:
          0 success, 1 internal error, 2 invalid input, 3 file cannot be read or written, 4 chain not valid, 130 interrupted
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
