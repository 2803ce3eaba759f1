using System.CommandLine;

namespace MovieChain.CommandLine;

/// <summary>What all commands have in common.</summary>
internal static class CommandParts
{
    public static Option<bool> NoProgress() => new("--no-progress") { Description = "Show no progress bar" };

    /// <summary>Adds options and what the command does. It runs on a thread of its own, so that an interruption is seen at once.</summary>
    public static T Complete<T>(this T command, IEnumerable<Option> options, Func<ParseResult, CancellationToken, int> run)
        where T : Command
    {
        foreach (var option in options)
        {
            command.Add(option);
        }

        command.SetAction((parsed, cancellation) => Task.Run(() => run(parsed, cancellation), CancellationToken.None));
        return command;
    }
}
