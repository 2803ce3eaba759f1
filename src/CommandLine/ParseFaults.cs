using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace MovieChain.CommandLine;

/// <summary>Finds what is wrong with a command line before its command runs.</summary>
internal static class ParseFaults
{
    /// <summary>The first fault, in words; null when the command can run or help is asked for.</summary>
    public static string? Find(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (parsed.Action is not ParseErrorAction && parsed.Action != command.Action)
        {
            return command is RootCommand && parsed.UnmatchedTokens is [var first, ..] && !IsOption(first) ? WordsForUnknown(command, first) : null;
        }

        if (command is RootCommand && parsed.Tokens is [{ Type: TokenType.Argument, Value: var begin }, ..] && !IsOption(begin))
        {
            // A misspelt command: its options are not to blame.
            return WordsForUnknown(command, begin);
        }

        if (UnknownWords(parsed).FirstOrDefault() is { } word)
        {
            return WordsForUnknown(command, word);
        }

        if (parsed.Errors is [var error, ..])
        {
            return error.SymbolResult is OptionResult { Tokens: [], Option: var option } ? $"'{option.Name}' needs a value: {option.HelpName}" : error.Message;
        }

        return StrayOption(parsed) is { } stray ? $"{stray}: options of {command.Name} come after it"
            : BeforeDoubleDash(parsed).Count(token => token.Value == FilePath.StandardInput) > 1 ? "-: only one input can be standard input"
            : null;
    }

    /// <summary>Words that the parser has no place for, and words like options that it took for values: a value like that is rather a
    /// misspelt option.</summary>
    private static IEnumerable<string> UnknownWords(ParseResult parsed)
    {
        var behind = parsed.Tokens.Count - BeforeDoubleDash(parsed).Count();
        var arguments = parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).ToList();
        return
        [
            .. from token in BeforeDoubleDash(parsed)
               where token.Type == TokenType.Argument && token.Value.StartsWith("--", StringComparison.Ordinal)
               select token.Value,
            .. arguments.SkipLast(Math.Max(0, behind - 1)).Select(token => token.Value).Where(IsOption),
            .. parsed.UnmatchedTokens,
        ];
    }

    /// <summary>The values before <c>--</c>, behind which every word is a value.</summary>
    private static IEnumerable<Token> BeforeDoubleDash(ParseResult parsed) => parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash);

    private static bool IsOption(string word) => word.Length > 1 && word[0] == '-';

    private static string WordsForUnknown(Command command, string word)
    {
        var name = word.Split('=', ':')[0];
        var options = command.Options.Select(option => option.Name);
        return command is RootCommand
            ? $"'{name}' is no command or option{NearestWords.Question(name, [.. command.Subcommands.Select(each => each.Name), .. options])}; --help lists them"
            : $"'{name}' is no option of {command.Name}{NearestWords.Question(name, options)}; {command.Name} --help lists them";
    }

    /// <summary>An option of the simulation before another command: it would be parsed and have no effect.</summary>
    private static string? StrayOption(ParseResult parsed) => parsed.CommandResult == parsed.RootCommandResult
        ? null
        : parsed.RootCommandResult.Children.OfType<OptionResult>().FirstOrDefault(option => !option.Implicit)?.Option.Name;
}
