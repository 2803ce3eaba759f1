using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace MovieChain.CommandLine.Runs;

/// <summary>Adds examples and exit codes to the help of the root command.</summary>
internal static class HelpExamples
{
    private const string Text = """
        Examples, each after "dotnet run --project src -- ":
          --weeks 20 --difficulty 8                          three providers, 20 weeks
          --access all --customers 20 --seed 7               small providers, all records shared
          --access Hulu:Netflix,Prime:Netflix                Hulu and Prime read Netflix besides their own records
          --recommender oracle                               the ceiling
          --recommender hybrid                               slates learned from the films' public traits
          --shared-audience 1 --repeat once                  all members shared, each film bought once
          --scenario scenarios/two.json --format csv         other providers, as CSV
          --chain run.chain                                  write the chain to a file
          compare own notebook                               what sharing changes for each provider
          value --consent 1,0.5,0                            what each provider's records are worth
          mine --difficulty 28                               one hard block
          verify run.chain                                   check every byte and signature of that file
          show run.chain                                     list the blocks of that file

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
