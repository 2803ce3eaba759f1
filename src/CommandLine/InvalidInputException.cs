namespace MovieChain.CommandLine;

/// <summary>The user's input is invalid. The message is the one line that says so.</summary>
internal sealed class InvalidInputException(string message) : RefusalException(CommandLine.ExitCode.InvalidInput, message);
