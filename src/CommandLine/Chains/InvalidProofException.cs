namespace MovieChain.CommandLine.Chains;

/// <summary>A text is no proof of a record; the message is the one line that says so.</summary>
internal sealed class InvalidProofException(string message) : Exception(message);
