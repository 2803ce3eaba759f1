namespace MovieChain.CommandLine;

/// <summary>The user's input is not right; the message is the one line that says so.</summary>
internal sealed class InvalidInputException(string message) : RefusalException(CommandLine.ExitCode.InvalidInput, message);
